import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { alertEvent } from './support/alerts';
import { type Host, loadHost } from './support/host';
import { type NodeRun, runNode } from './support/run-node';
import { type SlackSandbox, startSlack } from './support/slack';

let host: Host;
let slack: SlackSandbox;

beforeAll(async () => {
  [host, slack] = await Promise.all([loadHost(), startSlack()]);
});
afterAll(() => slack.close());
beforeEach(() => slack.reset());

const run = (changes: Partial<NodeRun> = {}) =>
  runNode(host, {
    type: 'slackAlert',
    items: [alertEvent()],
    credentials: { alertwireSlackWebhookApi: { webhookUrl: slack.webhookUrl } },
    ...changes,
  });

const announced = { effect: 'announce', silent: false, reasons: [] };

describe('Slack Alert, Create or Update', () => {
  it('posts the alert and passes it on with its receipt', async () => {
    const { status, outputs } = await run();
    expect(status).toBe('success');
    const [message] = await slack.messages();
    expect(message).toMatchObject({ channel: '#ops-alerts' });
    expect(message?.text).toContain('Checkout latency above 2 s');
    expect(outputs[0]).toEqual([
      {
        json: {
          ...alertEvent(),
          delivery: expect.objectContaining({
            receipt: 'posted',
            chat: 'slack',
            transport: 'webhook',
            attempts: 1,
            size: expect.objectContaining({ used: expect.any(Number), limit: expect.any(Number) }),
            dropped: [],
            pings: [],
            reasons: [],
          }),
        },
        pairedItem: { item: 0 },
      },
    ]);
  });

  it('announces its own list of events when no filter decided', async () => {
    const quiet = alertEvent({ type: 'comment-added', comment: { text: 'looking' } });
    const { outputs } = await run({ items: [quiet] });
    expect(await slack.messages()).toEqual([]);
    expect(outputs[0]?.[0]?.json.delivery).toMatchObject({ receipt: 'skipped', attempts: 0 });
  });

  it('follows the decision of a filter before it, whatever its own list says', async () => {
    const passed = alertEvent({ type: 'comment-added', decision: announced });
    const dropped = alertEvent({
      decision: { effect: 'drop', silent: true, reasons: [{ rule: 'severity', message: 'Low.' }] },
    });
    const { outputs } = await run({ items: [passed, dropped] });
    expect(await slack.messages()).toHaveLength(1);
    expect(outputs[0]?.map(({ json }) => json.delivery)).toMatchObject([
      { receipt: 'posted' },
      { receipt: 'skipped', reasons: expect.arrayContaining(['Low.']) },
    ]);
  });

  it('mentions only whom the node names', async () => {
    const { outputs } = await run({
      parameters: { additionalFields: { mentions: ['here'] } },
      items: [alertEvent()],
    });
    expect(await slack.messages()).toMatchObject([{ pings: ['<!here>'] }]);
    expect(outputs[0]?.[0]?.json.delivery).toMatchObject({ pings: ['here'] });
  });

  it('sends an alert described in the node', async () => {
    const { outputs } = await run({
      items: [{ some: 'item' }],
      parameters: {
        alertSource: 'define',
        title: 'Disk is full',
        severity: 'critical',
        alertId: 'disk-1',
        labels: { pairs: [{ name: 'host', value: 'db-1' }] },
      },
    });
    expect((await slack.messages())[0]?.text).toContain('Disk is full');
    expect(outputs[0]?.[0]?.json).toMatchObject({
      type: 'created',
      alert: { id: 'disk-1', severity: 'critical', labels: { host: 'db-1' } },
      delivery: { receipt: 'posted' },
    });
  });

  it('tries again when Slack asks to wait', async () => {
    await slack.fail({ kind: 'rate-limit', retryAfter: '0' });
    const { outputs } = await run();
    expect(outputs[0]?.[0]?.json.delivery).toMatchObject({ receipt: 'posted', attempts: 2 });
    expect(await slack.messages()).toHaveLength(1);
  });

  it('gives up when the wait is longer than it may be, and says how long', async () => {
    await slack.fail({ kind: 'rate-limit', retryAfter: '600' });
    const { outputs } = await run({ onError: 'continueErrorOutput' });
    expect(outputs[1]?.[0]?.json.delivery).toMatchObject({ receipt: 'failed', attempts: 1 });
    const delivery = outputs[1]?.[0]?.json.delivery as { retryAfterMs: number } | undefined;
    expect(delivery?.retryAfterMs).toBeGreaterThanOrEqual(600_000);
  });

  it('never sends again when the answer was lost', async () => {
    await slack.fail({ kind: 'lost-answer' });
    const { outputs } = await run({ onError: 'continueErrorOutput' });
    expect(await slack.messages()).toHaveLength(1);
    expect(outputs[1]?.[0]?.json.delivery).toMatchObject({ receipt: 'unknown', attempts: 1 });
  });
});

describe('Slack Alert, other operations', () => {
  it('previews without a credential, and sends nothing', async () => {
    const { status, outputs } = await run({
      parameters: { operation: 'preview', additionalFields: { mentions: ['here'] } },
      credentials: {},
    });
    expect(status).toBe('success');
    expect(outputs[0]?.[0]?.json).toMatchObject({
      ...alertEvent(),
      rendered: { text: expect.stringContaining('Checkout latency') },
      delivery: {
        receipt: 'skipped',
        attempts: 0,
        pings: ['here'],
        size: { unit: expect.any(String) },
      },
    });
    expect(await slack.requests()).toEqual([]);
  });

  it('previews exactly what it would send', async () => {
    const preview = await run({ parameters: { operation: 'preview' } });
    await run();
    const [message] = await slack.messages();
    expect(preview.outputs[0]?.[0]?.json.rendered).toEqual(message?.payload);
  });

  it('sends a test message that mentions nobody', async () => {
    const { outputs } = await run({
      parameters: { operation: 'test', additionalFields: { mentions: ['channel'] } },
    });
    const [message] = await slack.messages();
    expect(message?.pings).toEqual([]);
    expect(message?.text).toContain('Test alert');
    expect(outputs[0]?.[0]?.json).toMatchObject({ type: 'test', delivery: { receipt: 'posted' } });
  });

  it('sends a message of its own words', async () => {
    const { outputs } = await run({
      items: [{ ticket: 'OPS-7' }],
      parameters: { resource: 'message', operation: 'send', text: '=Deploy of {{ $json.ticket }}' },
    });
    expect((await slack.messages())[0]?.text).toContain('Deploy of OPS-7');
    expect(outputs[0]?.[0]?.json).toMatchObject({
      ticket: 'OPS-7',
      delivery: { receipt: 'posted' },
    });
  });
});
