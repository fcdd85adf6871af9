import { beforeAll, describe, expect, it } from '@jest/globals';
import { CredentialTestContext } from 'n8n-core';
import type { IWorkflowExecuteAdditionalData } from 'n8n-workflow';
import type { Hook } from '../../sandbox/index';
import { useSandbox } from '../conformance/support/sandbox';
import { alertEvent } from './support/alerts';
import { type Host, loadHost } from './support/host';
import { type NodeRun, runNode } from './support/run-node';

const TYPE = 'alertwireTeamsWorkflowApi';
const ADA = 'Ada Lovelace <ada@example.com>';

const sandbox = useSandbox();
let host: Host;

beforeAll(async () => {
  host = await loadHost();
});

const closed = (answers: string) =>
  sandbox.closed('teams').find((hook) => hook.answers === answers) as Hook;
const credentialOf = ({ url }: Pick<Hook, 'url'>, more: object = {}) => ({
  [TYPE]: { webhookUrl: url, headerName: '', headerValue: '', ...more },
});

const run = (changes: Partial<NodeRun> = {}) =>
  runNode(host, {
    type: 'microsoftTeamsAlert',
    items: [alertEvent()],
    credentials: credentialOf(sandbox.open('teams')),
    ...changes,
  });
const deliveryOf = ({ outputs }: Awaited<ReturnType<typeof run>>, output = 0) =>
  outputs[output]?.[0]?.json.delivery;

describe('Microsoft Teams Alert', () => {
  it('says that the workflow took the card, and not that people see it', async () => {
    expect(deliveryOf(await run())).toMatchObject({
      receipt: 'posted',
      chat: 'teams',
      attempts: 1,
      reasons: [expect.stringContaining('not yet confirmed')],
    });
    expect(await sandbox.messages()).toHaveLength(1);
    expect((await sandbox.requests())[0]?.headers['content-type']).toBe(
      'application/json; charset=UTF-8',
    );
  });

  it('mentions people by the ID that their entity names', async () => {
    const ran = await run({ parameters: { additionalFields: { mentions: [ADA] } } });
    expect(await sandbox.messages()).toMatchObject([{ pings: ['ada@example.com'] }]);
    expect(deliveryOf(ran)).toMatchObject({ pings: [ADA] });
  });

  it('sends the extra header, and tells nobody its value', async () => {
    const more = { headerName: 'X-Alertwire', headerValue: 'a-second-lock-of-the-flow' };
    const credentials = credentialOf(sandbox.open('teams'), more);
    const { everything } = await run({ credentials });
    expect((await sandbox.requests())[0]?.headers).toHaveProperty('x-alertwire');
    expect(everything).not.toContain('second-lock');
  });

  it('previews exactly what it would send', async () => {
    const preview = await run({ credentials: {}, parameters: { operation: 'preview' } });
    await run();
    const [message] = await sandbox.messages();
    expect(preview.outputs[0]?.[0]?.json.rendered).toEqual(message?.payload);
  });

  it('sends a message of its own words', async () => {
    await run({ parameters: { resource: 'message', operation: 'send', text: 'Deploy *done*' } });
    expect(await sandbox.messages()).toMatchObject([{ text: 'Deploy *done*' }]);
  });

  it('asks no retired connector', async () => {
    const url = 'https://acme.webhook.office.com/webhookb2/a@b/IncomingWebhook/c/d';
    const ran = await run({ credentials: credentialOf({ url }), onError: 'continueErrorOutput' });
    expect(deliveryOf(ran, 1)).toMatchObject({
      receipt: 'failed',
      attempts: 0,
      problem: { code: 'teams.retired_webhook', hint: expect.stringContaining('workflow') },
    });
  });

  it.each([undefined, 'continueErrorOutput'] as const)(
    'keeps the signature out of outputs and errors (%s)',
    async (onError) => {
      const hook = closed('WorkflowTriggerIsNotEnabled');
      const { everything } = await run({
        credentials: credentialOf(hook),
        ...(onError && { onError }),
      });
      expect(everything).toContain('teams.WorkflowTriggerIsNotEnabled');
      expect(everything).not.toContain(hook.url.split('sig=')[1]);
    },
  );
});

describe('the test of the Teams workflow credential', () => {
  const check = (webhookUrl: string) => {
    const { methods } = host.node('microsoftTeamsAlert');
    const context = new CredentialTestContext({} as IWorkflowExecuteAdditionalData);
    const credential = { id: '1', name: 'n', type: TYPE, data: { webhookUrl } };
    return methods?.credentialTest?.testTeamsWorkflow?.call(context, credential);
  };

  it('reads the address and asks nobody: every request makes the flow run', async () => {
    expect(await check(sandbox.open('teams').url)).toEqual({
      status: 'OK',
      message: expect.stringMatching(/right form.*Send Test/),
    });
    expect(await sandbox.requests()).toEqual([]);
  });

  it.each([
    ['https://acme.webhook.office.com/webhookb2/x', /May 2026.*workflow/],
    ['https://teams.microsoft.com/l/channel/x', /page/],
    ['https://prod-01.westeurope.logic.azure.com/workflows/x/triggers/manual/paths/invoke', /sig/],
  ])('says what is wrong with %s', async (url, message) =>
    expect(await check(url)).toEqual({
      status: 'Error',
      message: expect.stringMatching(message),
    }),
  );
});
