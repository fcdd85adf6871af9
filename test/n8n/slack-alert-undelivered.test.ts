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

const decision = { effect: 'announce', silent: false, reasons: [] };
const first = alertEvent({ id: 'event-1', decision });
const second = alertEvent({ id: 'event-2', decision });

const run = (changes: Partial<NodeRun> = {}) =>
  runNode(host, {
    type: 'slackAlert',
    items: [first, second],
    credentials: { alertwireSlackWebhookApi: { webhookUrl: slack.webhookUrl } },
    ...changes,
  });
const archived = () => ({
  alertwireSlackWebhookApi: { webhookUrl: slack.hook('#launch-2019') },
});
const forbidOnce = { kind: 'status', status: 403, body: 'action_prohibited' } as const;

const failedDelivery = (code: string) =>
  expect.objectContaining({
    receipt: 'failed',
    problem: { code, message: expect.any(String), hint: expect.any(String) },
  });

describe('Slack Alert, when a message does not arrive', () => {
  it('gives the error output the whole alert and the receipt', async () => {
    const { outputs } = await run({ credentials: archived(), onError: 'continueErrorOutput' });
    expect(outputs[0]).toEqual([]);
    expect(outputs[1]?.map(({ json }) => json)).toEqual([
      {
        ...first,
        error: expect.any(String),
        delivery: failedDelivery('slack.channel_is_archived'),
      },
      {
        ...second,
        error: expect.any(String),
        delivery: failedDelivery('slack.channel_is_archived'),
      },
    ]);
    expect(outputs[1]?.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
  });

  it('keeps the items apart: one goes wrong, the other arrives', async () => {
    await slack.fail(forbidOnce);
    const { outputs } = await run({ onError: 'continueErrorOutput' });
    expect(outputs[0]?.map(({ json, pairedItem }) => [json.id, pairedItem])).toEqual([
      ['event-2', { item: 1 }],
    ]);
    expect(outputs[1]?.map(({ json, pairedItem }) => [json.id, pairedItem])).toEqual([
      ['event-1', { item: 0 }],
    ]);
    expect(await slack.messages()).toHaveLength(1);
  });

  it('says it in the item when told to continue on the regular output', async () => {
    await slack.fail(forbidOnce);
    const { status, outputs } = await run({ onError: 'continueRegularOutput' });
    expect(status).toBe('success');
    expect(outputs[0]?.map(({ json }) => json)).toEqual([
      { ...first, error: expect.any(String), delivery: failedDelivery('slack.action_prohibited') },
      { ...second, delivery: expect.objectContaining({ receipt: 'posted' }) },
    ]);
  });

  it('otherwise stops, after all items had their turn, naming item, reason and remedy', async () => {
    await slack.fail(forbidOnce);
    const { status, error } = await run();
    expect(status).toBe('error');
    expect(error).toMatchObject({
      name: 'NodeApiError',
      message: expect.stringMatching(/\[item 0\]$/),
      description: expect.stringMatching(
        /Of 2 items, 1 is not known to have arrived; the others were handled\.$/,
      ),
      context: { code: 'slack.action_prohibited', itemIndex: 0 },
    });
    expect(await slack.messages()).toHaveLength(1);
  });

  it('says so where nothing arrived', async () => {
    const { error } = await run({ credentials: archived() });
    expect(error?.description).toMatch(/Of 2 items, none is known to have arrived\.$/);
    expect(error?.description).not.toContain('the others');
  });

  it('says how often it tried, and when to try again', async () => {
    await slack.fail({ kind: 'rate-limit', retryAfter: 120 });
    const busy = await run({ items: [first] });
    expect(busy.error?.description).toMatch(/It was tried once; try again after 1[2-5]\d s\.$/);
    const { error } = await run({ items: [first], credentials: archived() });
    expect(error?.description).not.toContain('tried');
  });

  it('works as a fallback: what comes from an error output is sent as a clean item', async () => {
    const lost = await run({ credentials: archived(), onError: 'continueErrorOutput' });
    const items = (lost.outputs[1] ?? []).map(({ json }) => json);
    const { outputs } = await run({ items });
    expect(outputs[0]?.map(({ json }) => json)).toEqual([
      { ...first, delivery: expect.objectContaining({ receipt: 'posted' }) },
      { ...second, delivery: expect.objectContaining({ receipt: 'posted' }) },
    ]);
  });

  it('tells an item that is no alert from one that is', async () => {
    const { outputs } = await run({
      items: [{ hello: 'world' }, second],
      onError: 'continueErrorOutput',
    });
    expect(outputs[0]).toHaveLength(1);
    expect(outputs[1]?.[0]?.json).toEqual({
      hello: 'world',
      error: expect.any(String),
      delivery: failedDelivery('alert.not_an_alert_event'),
    });
  });

  it('takes an expression that does not work as a matter of its item', async () => {
    const parameters = {
      resource: 'message',
      operation: 'send',
      text: "={{ $json.id === 'event-1' ? $('Nowhere').first().json.text : 'Fine' }}",
    };
    const { outputs } = await run({ parameters, onError: 'continueErrorOutput' });
    expect(outputs[1]?.[0]?.json).toMatchObject({
      id: 'event-1',
      delivery: failedDelivery('field.not_evaluated'),
    });
    expect(outputs[0]?.[0]?.json).toMatchObject({ id: 'event-2', delivery: { receipt: 'posted' } });
  });

  it('names a missing credential before anything is sent', async () => {
    const { error } = await run({ credentials: {} });
    expect(error?.message).toContain("'Alertwire Slack Webhook API'");
    expect(await slack.requests()).toEqual([]);
    const { outputs } = await run({ credentials: {}, onError: 'continueErrorOutput' });
    expect(outputs[1]?.map(({ json }) => json.delivery)).toEqual([
      failedDelivery('credential.missing'),
      failedDelivery('credential.missing'),
    ]);
  });

  it.each(['not an address', 'https://example.slack.com/archives/C1', 'https://hooks.slack.com/'])(
    'names an address that cannot be a webhook before anything is sent: %s',
    async (webhookUrl) => {
      const { error } = await run({ credentials: { alertwireSlackWebhookApi: { webhookUrl } } });
      expect(error).toMatchObject({ context: { code: 'slack.bad_webhook_url' } });
      expect(error?.message).toContain("'Alertwire Slack Webhook API' cannot be used");
      expect(error?.description).toContain('https://hooks.slack.com/services/');
    },
  );

  it('warns when n8n is set to repeat the whole node', async () => {
    const { hints } = await run({ node: { retryOnFail: true, waitBetweenTries: 0 } });
    expect(hints).toEqual([expect.stringContaining('Retry On Fail')]);
  });
});

describe("Slack Alert and the webhook's address, which is a secret", () => {
  const token = 'sandboxArchivedDemoHook1';

  it.each([undefined, 'continueErrorOutput', 'continueRegularOutput'] as const)(
    'keeps it out of outputs and errors (%s)',
    async (onError) => {
      const { everything } = await run({ credentials: archived(), ...(onError && { onError }) });
      expect(everything).toContain('slack.channel_is_archived');
      expect(everything).not.toContain(token);
    },
  );

  it('keeps it out when nobody answers', async () => {
    const webhookUrl = `http://127.0.0.1:9/services/T0/B0/${token}`;
    const { everything } = await run({
      credentials: { alertwireSlackWebhookApi: { webhookUrl } },
      parameters: { additionalFields: { maxWaitSeconds: 0 } },
      onError: 'continueErrorOutput',
    });
    expect(everything).toContain('ECONNREFUSED');
    expect(everything).not.toContain(token);
  });
});
