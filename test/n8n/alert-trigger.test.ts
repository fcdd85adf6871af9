import { beforeAll, describe, expect, it } from '@jest/globals';
import { alertEvent, ilertBody } from './support/alerts';
import { callWebhook, type WebhookCall } from './support/call-webhook';
import { type Host, loadHost } from './support/host';

const SECRET = 'a-long-shared-secret-of-the-tests';
const OLD_SECRET = 'the-secret-before-the-rotation';

const credentials = { alertwireWebhookSecretApi: { secret: SECRET } };
const authentic = { 'x-alertwire-secret': SECRET };

let host: Host;
const call = (changes: Partial<WebhookCall> = {}) =>
  callWebhook(host, {
    body: JSON.stringify(ilertBody()),
    headers: authentic,
    credentials,
    ...changes,
  });

beforeAll(async () => {
  host = await loadHost();
});

describe('Alert Trigger', () => {
  it('hands on one item per event and answers with a small receipt', async () => {
    const { status, answer, items } = await call();
    expect(status).toBe(200);
    expect(answer).toEqual({ accepted: 1, platform: 'ilert' });
    expect(items).toHaveLength(1);
    expect(items?.[0]?.json).toMatchObject({
      schemaVersion: 1,
      type: 'created',
      platform: 'ilert',
      alert: { id: '4711', title: 'Checkout latency above 2 s', status: 'open' },
      raw: { eventType: 'alert-created' },
    });
    expect(items?.[0]?.json).not.toHaveProperty('warnings');
  });

  it('makes items the filter and the sender read', async () => {
    const { items } = await call();
    expect(Object.keys(items?.[0]?.json ?? {})).toEqual(
      expect.arrayContaining(Object.keys(alertEvent()).filter((key) => key !== 'raw')),
    );
  });

  it('leaves out the raw body when told to', async () => {
    const { items } = await call({ parameters: { settings: { includeRaw: false } } });
    expect(items?.[0]?.json).not.toHaveProperty('raw');
  });

  it('builds the address of the alert from the pattern', async () => {
    const alertUrlPattern = 'https://example.ilert.com/alert/view.jsf?id={id}';
    const { items } = await call({ parameters: { settings: { alertUrlPattern } } });
    expect(items?.[0]?.json.alert).toMatchObject({
      url: 'https://example.ilert.com/alert/view.jsf?id=4711',
    });
  });

  it.each([
    ['no secret', {}],
    ['a wrong secret', { 'x-alertwire-secret': `${SECRET}x` }],
    ['the secret in another header', { 'x-secret': SECRET }],
  ])('answers 401 to %s and starts nothing', async (_what, headers) => {
    const { status, answer, items, warnings } = await call({ headers });
    expect(status).toBe(401);
    expect(warnings).toEqual([expect.stringContaining('401')]);
    expect(warnings.join()).not.toContain(SECRET);
    expect(answer).toEqual({ message: expect.stringMatching(/\w+/) });
    expect(JSON.stringify(answer)).not.toContain(SECRET);
    expect(items).toBeUndefined();
  });

  it('takes the previous secret and a header of another name', async () => {
    const rotating = {
      alertwireWebhookSecretApi: {
        secret: SECRET,
        previousSecret: OLD_SECRET,
        headerName: 'X-Other',
      },
    };
    const answers = await Promise.all(
      [SECRET, OLD_SECRET].map((secret) =>
        call({ credentials: rotating, headers: { 'x-other': secret } }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  });

  it.each([
    ['broken JSON', '{"id": 4711,'],
    ['nothing', ''],
    ['bytes that are no text', Buffer.from([0xff, 0xfe, 0x80])],
  ])('answers 400 to %s', async (_what, body) => {
    const { status, answer, items } = await call({ body });
    expect({ status, items }).toEqual({ status: 400, items: undefined });
    expect(answer).toEqual({ message: expect.stringMatching(/\w+/) });
  });

  it('answers 413 to a body above the limit of the core', async () => {
    const body = JSON.stringify(ilertBody({ details: 'x'.repeat(1024 * 1024) }));
    expect(await call({ body })).toMatchObject({ status: 413, items: undefined });
  });

  it('answers 413 to a body above the limit of n8n', async () => {
    const readError = Object.assign(new Error('request entity too large'), {
      type: 'entity.too.large',
    });
    expect(await call({ readError })).toMatchObject({ status: 413, items: undefined });
  });

  it('answers 400 to a body that breaks off', async () => {
    const readError = new Error('request aborted');
    expect(await call({ readError })).toMatchObject({ status: 400, items: undefined });
  });

  it('takes JSON it does not know, and says so in the item', async () => {
    const { status, items } = await call({ body: '{"hello": "world"}' });
    expect(status).toBe(200);
    expect(items?.[0]?.json).toMatchObject({
      type: 'other',
      platform: 'unknown',
      warnings: [expect.stringMatching(/\w+/)],
    });
  });

  it('accepts nothing without a credential', async () => {
    expect(await call({ credentials: {} })).toMatchObject({ status: 401, items: undefined });
  });

  it('accepts nothing with an empty secret', async () => {
    const empty = { alertwireWebhookSecretApi: { secret: '' } };
    const answer = await call({ credentials: empty, headers: { 'x-alertwire-secret': '' } });
    expect(answer).toMatchObject({ status: 401, items: undefined });
  });
});

describe("what the real n8n needs to leave the body to the trigger's own answers", () => {
  it('is exactly version 1 with the hidden options.binaryData', () => {
    const { version, properties } = host.node('alertTrigger').description;
    expect(version).toBe(1);
    expect(properties.find(({ name }) => name === 'options')).toMatchObject({
      type: 'hidden',
      default: { binaryData: true },
    });
  });

  it('answers when the execution is stored, with its own body', () => {
    expect(host.node('alertTrigger').description.webhooks).toEqual([
      expect.objectContaining({ httpMethod: 'POST', responseMode: 'onReceived', responseData: '' }),
    ]);
  });
});
