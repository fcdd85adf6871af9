import { beforeAll, describe, expect, it } from '@jest/globals';
import { CredentialTestContext } from 'n8n-core';
import type { IWorkflowExecuteAdditionalData } from 'n8n-workflow';
import type { Hook } from '../../sandbox/index';
import { useSandbox } from '../conformance/support/sandbox';
import { alertEvent } from './support/alerts';
import { type Host, loadHost } from './support/host';
import { type NodeRun, runNode } from './support/run-node';

const TYPE = 'alertwireMattermostWebhookApi';

const sandbox = useSandbox();
let host: Host;

beforeAll(async () => {
  host = await loadHost();
});

const open = () => sandbox.open('mattermost');
const closed = (answers: string) =>
  sandbox.closed('mattermost').find((hook) => hook.answers === answers) as Hook;

const run = (changes: Partial<NodeRun> = {}) =>
  runNode(host, {
    type: 'mattermostAlert',
    items: [alertEvent()],
    credentials: { [TYPE]: { webhookUrl: open().url } },
    ...changes,
  });

const announced = { effect: 'announce', silent: false, reasons: [] };

describe('Mattermost Alert', () => {
  it('posts the alert and passes it on with its receipt', async () => {
    const { outputs } = await run();
    expect(await sandbox.messages()).toMatchObject([{ channel: 'ops-alerts', pings: [] }]);
    expect(outputs[0]?.[0]?.json).toEqual({
      ...alertEvent(),
      delivery: expect.objectContaining({ receipt: 'posted', chat: 'mattermost', attempts: 1 }),
    });
  });

  it('mentions, marks and goes where its fields say', async () => {
    const additionalFields = {
      mentions: ['here', '@ada'],
      priority: 'urgent',
      channel: '#town-square',
    };
    const { outputs } = await run({ parameters: { additionalFields } });
    expect(await sandbox.messages()).toMatchObject([
      {
        channel: 'town-square',
        pings: ['@here', '@ada'],
        payload: { priority: { priority: 'urgent' }, channel: '#town-square' },
      },
    ]);
    expect(outputs[0]?.[0]?.json.delivery).toMatchObject({ pings: ['here', 'ada'] });
  });

  it('is quiet where a filter decided so', async () => {
    const decision = { ...announced, silent: true };
    const additionalFields = { mentions: ['channel'], priority: 'important' };
    await run({ items: [{ ...alertEvent(), decision }], parameters: { additionalFields } });
    const [message] = await sandbox.messages();
    expect(message).toMatchObject({ pings: [], payload: { silent: true } });
    expect(message?.payload).not.toHaveProperty('priority');
  });

  it('previews exactly what it would send', async () => {
    const additionalFields = { priority: 'important', mentions: ['all'] };
    const preview = await run({
      credentials: {},
      parameters: { operation: 'preview', additionalFields },
    });
    await run({ parameters: { additionalFields } });
    const [message] = await sandbox.messages();
    expect(preview.outputs[0]?.[0]?.json.rendered).toEqual(message?.payload);
  });

  it('sends a message of its own words', async () => {
    await run({
      parameters: { resource: 'message', operation: 'send', text: 'Deploy *done* @all' },
    });
    expect(await sandbox.messages()).toMatchObject([
      { text: 'Deploy \\*done\\* @\u200ball', pings: [] },
    ]);
  });

  it.each([undefined, 'continueErrorOutput'] as const)(
    'keeps the key of the webhook, which the server’s own words hold, out of everything (%s)',
    async (onError) => {
      const { url } = closed('permissions');
      const { everything } = await run({
        credentials: { [TYPE]: { webhookUrl: url } },
        ...(onError && { onError }),
      });
      expect(everything).toContain('mattermost.forbidden');
      expect(everything).not.toContain(url.split('/').at(-1));
    },
  );
});

describe('the test of the Mattermost webhook credential', () => {
  const check = (webhookUrl: string) => {
    const { methods } = host.node('mattermostAlert');
    const context = new CredentialTestContext({} as IWorkflowExecuteAdditionalData);
    const credential = { id: '1', name: 'n', type: TYPE, data: { webhookUrl } };
    return methods?.credentialTest?.testMattermostWebhook?.call(context, credential);
  };

  it('says what is proven and what only a message shows', async () => {
    expect(await check(open().url)).toEqual({
      status: 'OK',
      message: expect.stringMatching(/knows this webhook. Nothing was posted.*Send Test/),
    });
    expect(await sandbox.messages()).toEqual([]);
  });

  it.each(['invalid', 'disabled'])('finds the trouble: %s', async (code) => {
    const { url } = closed(code);
    const result = await check(url);
    expect(result).toMatchObject({ status: 'Error' });
    expect(result?.message).not.toContain(url.split('/').at(-1));
  });

  it('says what an address must look like, and asks nobody', async () => {
    const result = await check('https://chat.example.com/acme/channels/town-square');
    expect(result).toEqual({ status: 'Error', message: expect.stringContaining('/hooks/') });
    expect(await sandbox.requests()).toEqual([]);
  });
});
