import { beforeAll, describe, expect, it } from '@jest/globals';
import { CredentialTestContext } from 'n8n-core';
import type { IWorkflowExecuteAdditionalData } from 'n8n-workflow';
import type { Hook } from '../../sandbox/index';
import { useSandbox } from '../conformance/support/sandbox';
import { alertEvent } from './support/alerts';
import { type Host, loadHost } from './support/host';
import { type NodeRun, runNode } from './support/run-node';

const TYPE = 'alertwireDingTalkRobotApi';

const sandbox = useSandbox();
let host: Host;

beforeAll(async () => {
  host = await loadHost();
});

const signing = () => sandbox.open('dingtalk');
const closed = (answers: string) =>
  sandbox.closed('dingtalk').find((hook) => hook.answers === answers) as Hook;
const credentialOf = ({ url, secret = '' }: Hook) => ({ webhookUrl: url, secret });

const run = (changes: Partial<NodeRun> = {}) =>
  runNode(host, {
    type: 'dingTalkAlert',
    items: [alertEvent()],
    credentials: { [TYPE]: credentialOf(signing()) },
    ...changes,
  });

describe('DingTalk Alert', () => {
  it('signs every message, and the signature arrives encoded once', async () => {
    expect(signing().secret).toMatch(/^SEC/);
    const { outputs } = await run({ items: Array.from({ length: 5 }, () => alertEvent()) });
    expect(outputs[0]?.map(({ json }) => json.delivery)).toEqual(
      Array(5).fill(expect.objectContaining({ receipt: 'posted', chat: 'dingtalk', attempts: 1 })),
    );
    expect(await sandbox.messages()).toHaveLength(5);
  });

  it('mentions by Markdown, and keeps telephone numbers out of the receipt', async () => {
    const { outputs } = await run({
      parameters: { additionalFields: { mentions: ['138 0013 8000'] } },
    });
    expect(await sandbox.messages()).toMatchObject([
      { payload: { msgtype: 'markdown' }, pings: ['@13800138000'] },
    ]);
    expect(outputs[0]?.[0]?.json.delivery).toMatchObject({ pings: ['138****8000'] });
  });

  it('gives the robot the keyword it asks for', async () => {
    const credentials = { [TYPE]: credentialOf(closed('keyword_missing')) };
    const parameters = { additionalFields: { keyword: '#告警#' } };
    const { outputs } = await run({ credentials, parameters });
    expect(outputs[0]?.[0]?.json.delivery).toMatchObject({ receipt: 'posted' });
    const without = await run({ credentials, onError: 'continueErrorOutput' });
    expect(without.outputs[1]?.[0]?.json.delivery).toMatchObject({
      problem: { code: 'dingtalk.keyword_missing', hint: expect.stringContaining('Keyword') },
    });
  });

  it('previews exactly what it would send', async () => {
    const additionalFields = { messageType: 'markdown', openInBrowser: true };
    const preview = await run({
      credentials: {},
      parameters: { operation: 'preview', additionalFields },
    });
    await run({ parameters: { additionalFields } });
    const [message] = await sandbox.messages();
    expect(preview.outputs[0]?.[0]?.json.rendered).toEqual(message?.payload);
  });

  it('sends a message of its own words', async () => {
    await run({ parameters: { resource: 'message', operation: 'send', text: 'Deploy *done*' } });
    expect(await sandbox.messages()).toMatchObject([
      { payload: { markdown: { text: 'Deploy ＊done＊' } } },
    ]);
  });

  it('says for how long it makes no sense to come back', async () => {
    await sandbox.fault({ kind: 'rate-limit' });
    const { outputs } = await run({ onError: 'continueErrorOutput' });
    expect(outputs[1]?.[0]?.json.delivery).toMatchObject({
      receipt: 'failed',
      attempts: 1,
      problem: { code: 'delivery.rate_limited', hint: expect.stringContaining('10 minutes') },
    });
    const delivery = outputs[1]?.[0]?.json.delivery as { retryAfterMs: number } | undefined;
    expect(delivery?.retryAfterMs).toBeGreaterThanOrEqual(60_000);
  });

  it.each([undefined, 'continueErrorOutput'] as const)(
    'keeps token, secret and signature out of outputs and errors (%s)',
    async (onError) => {
      const hook = closed('robot_stopped');
      const { everything } = await run({
        credentials: { [TYPE]: { ...credentialOf(hook), secret: signing().secret ?? '' } },
        ...(onError && { onError }),
      });
      expect(everything).toContain('dingtalk.robot_stopped');
      for (const secret of [hook.url.split('access_token=')[1], signing().secret, 'sign=']) {
        expect(everything).not.toContain(secret);
      }
    },
  );
});

describe('the test of the DingTalk robot credential', () => {
  const check = (data: { webhookUrl: string; secret: string }) => {
    const { methods } = host.node('dingTalkAlert');
    const context = new CredentialTestContext({} as IWorkflowExecuteAdditionalData);
    const credential = { id: '1', name: 'n', type: TYPE, data };
    return methods?.credentialTest?.testDingTalkRobot?.call(context, credential);
  };

  it('says what is proven and what only a message shows', async () => {
    expect(await check(credentialOf(signing()))).toEqual({
      status: 'OK',
      message: expect.stringMatching(/knows this webhook. Nothing was posted.*secret.*Send Test/),
    });
    expect(await sandbox.messages()).toEqual([]);
  });

  it.each(['robot_stopped', 'robot_not_found', 'group_dissolved'])('finds %s', async (code) =>
    expect(await check(credentialOf(closed(code)))).toMatchObject({ status: 'Error' }),
  );

  it('says what a secret looks like, and asks nobody', async () => {
    const result = await check({ webhookUrl: signing().url, secret: '0123456789' });
    expect(result).toEqual({ status: 'Error', message: expect.stringContaining('SEC') });
    expect(await sandbox.requests()).toEqual([]);
  });
});
