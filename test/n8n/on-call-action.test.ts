import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Sandbox, startSandbox } from '../../sandbox/index';
import { alertEvent } from './support/alerts';
import { type Host, loadHost } from './support/host';
import { type NodeRun, runNode } from './support/run-node';

let host: Host;
let sandbox: Sandbox;
let alertId: string;

beforeAll(async () => {
  [host, sandbox] = await Promise.all([
    loadHost(),
    startSandbox({ rateWindowScale: 0, target: { url: 'http://127.0.0.1:9/' } }),
  ]);
});
afterAll(() => sandbox.close());

const ask = async (path: string, body?: object) => {
  const init = body && { method: 'POST', body: JSON.stringify(body) };
  const answer = await fetch(sandbox.url + path, init);
  return answer.json();
};

beforeEach(async () => {
  await ask('/inspect/reset', {});
  const { alertId: id } = await ask('/ilert/send', { eventType: 'alert-created' });
  alertId = id;
});

const secretOf = (platform: string): Record<string, string> => {
  const account = sandbox.oncalls.find((one) => one.platform === platform);
  if (!account) throw new Error(`The sandbox has no key of ${platform}.`);
  return { baseUrl: account.baseUrl, ...account.credential };
};

const askIlert = async (path: string) => {
  const { baseUrl, apiKey } = secretOf('ilert');
  const answer = await fetch(baseUrl + path, { headers: { authorization: `Bearer ${apiKey}` } });
  return answer.json();
};

const statusOf = async () => {
  const alerts: { id: string; status: string }[] = await ask('/ilert/alerts');
  return alerts.find(({ id }) => id === alertId)?.status;
};

const run = (changes: Partial<NodeRun> = {}) =>
  runNode(host, {
    type: 'onCallAction',
    items: [asked()],
    credentials: { alertwireIlertApi: secretOf('ilert') },
    ...changes,
  });

const asked = (changes: object = {}) => ({
  command: {
    schemaVersion: 1,
    id: 'click-1',
    kind: 'alert-action',
    action: 'accept',
    alert: { platform: 'ilert', account: 'acme', id: alertId },
    arguments: {},
    chat: 'slack',
    user: { id: 'U1', name: 'Ada' },
    channel: { id: 'C1' },
    receivedAt: '2026-11-20T10:00:00.000Z',
    ...changes,
  },
});

describe('On-Call Action', () => {
  it('does what somebody asked for in chat, and tells how the alert stands now', async () => {
    const { outputs, error } = await run();
    expect(error).toBeUndefined();
    expect(outputs[0]).toMatchObject([
      {
        json: {
          type: 'accepted',
          rawType: 'alertwire.accept',
          platform: 'ilert',
          account: 'acme',
          actor: { name: 'Ada' },
          alert: { id: alertId, status: 'acknowledged' },
          command: { id: 'click-1' },
          result: { ok: true, code: 'done' },
          audit: { who: { id: 'U1' }, action: 'accept', chat: 'slack', channel: 'C1', ok: true },
        },
        pairedItem: { item: 0 },
      },
    ]);
    expect(await statusOf()).toBe('ACCEPTED');
  });

  it('answers a second click without doing anything twice', async () => {
    await run();
    const { outputs } = await run({ items: [asked({ id: 'click-2' })] });
    expect(outputs[0]?.[0]?.json.result).toMatchObject({ ok: true, code: 'already_done' });
  });

  it('tells the result in the language of the trigger, or in its own', async () => {
    const said = async (changes: object) => {
      const { outputs } = await run({
        items: [asked(changes)],
        parameters: { additionalFields: { language: 'de' } },
      });
      return outputs[0]?.[0]?.json;
    };
    const han = { message: expect.stringMatching(/\p{Script=Han}/u) };
    expect(await said({ language: 'zh-CN' })).toMatchObject({ result: han });
    const german = { message: expect.stringMatching(/^Schon angenommen/) };
    expect(await said({ id: 'click-2' })).toMatchObject({ result: german });
  });

  it('makes a result of what fails, where somebody waits for an answer', async () => {
    await ask('/ilert/send', { eventType: 'alert-resolved', alertId });
    const { outputs, error } = await run();
    expect(error).toBeUndefined();
    expect(outputs[0]?.[0]?.json).toMatchObject({
      result: { ok: false, code: 'action.already_resolved' },
      audit: { ok: false, code: 'action.already_resolved' },
    });
  });

  it('says so where no credential fits', async () => {
    const { outputs } = await run({ credentials: {} });
    expect(outputs[0]?.[0]?.json.result).toMatchObject({
      ok: false,
      code: 'credential.missing',
      message: 'No credential is chosen for ilert.',
    });
  });

  it('takes a number that somebody typed to the one platform it knows', async () => {
    const { outputs } = await run({ items: [asked({ alert: { id: alertId } })] });
    expect(outputs[0]?.[0]?.json.result).toMatchObject({ ok: true });
    const both = {
      alertwireIlertApi: secretOf('ilert'),
      alertwireFlashdutyApi: secretOf('flashduty'),
    };
    const doubtful = await run({ items: [asked({ alert: { id: alertId } })], credentials: both });
    expect(doubtful.outputs[0]?.[0]?.json.result).toMatchObject({ code: 'action.no_platform' });
  });

  it('takes nothing but alert actions from chat', async () => {
    const { outputs } = await run({ items: [asked({ kind: 'own-button', action: 'Restart' })] });
    expect(outputs[0]?.[0]?.json.result).toMatchObject({ code: 'action.not_an_alert_action' });
  });
});

const picked = (value: string) => ({ __rl: true, mode: 'id', value });

describe('On-Call Action without a chat', () => {
  const parameters = { platform: 'ilert', operation: 'resolve', note: 'Disk was full' };
  const event = () =>
    alertEvent({ platform: 'ilert', alert: { ...(alertEvent().alert as object), id: alertId } });

  it('does what the node says, to the alert of the item', async () => {
    const { outputs } = await run({ parameters, items: [event()] });
    expect(outputs[0]?.[0]?.json).toMatchObject({
      type: 'resolved',
      result: { ok: true },
      audit: { who: { id: 'flow' }, action: 'resolve' },
    });
    expect(await statusOf()).toBe('RESOLVED');
  });

  it('creates an alert', async () => {
    const [source] = await askIlert('/alert-sources');
    const created = {
      platform: 'ilert',
      operation: 'create',
      title: 'Checkout is down',
      source: picked(String(source.id)),
    };
    const { integrationKey: _key, ...ofUser } = secretOf('ilert');
    const credentials = { alertwireIlertApi: ofUser };
    const { outputs } = await run({ parameters: created, items: [{}], credentials });
    expect(outputs[0]?.[0]?.json).toMatchObject({
      type: 'created',
      alert: { title: 'Checkout is down', status: 'open' },
    });
  });

  it('fails where it cannot', async () => {
    const { error } = await run({ parameters: { ...parameters, alertId: '999999' }, items: [{}] });
    expect(error).toMatchObject({ context: { code: 'action.no_such_alert' } });
    const onError = 'continueErrorOutput';
    const { outputs } = await run({
      parameters: { ...parameters, alertId: '999999' },
      items: [{ kept: 1 }],
      onError,
    });
    expect(outputs[1]).toMatchObject([
      { json: { kept: 1, result: { ok: false, code: 'action.no_such_alert' } } },
    ]);
  });

  it('asks for a command where the operation is to come from the input', async () => {
    const { error } = await run({ items: [{}] });
    expect(error).toMatchObject({ context: { code: 'action.no_command' } });
  });

  it('tells who is on call', async () => {
    const { outputs } = await run({
      parameters: { platform: 'ilert', operation: 'on-call' },
      items: [{}],
    });
    expect(outputs[0]?.[0]?.json.data).toEqual(expect.arrayContaining([expect.anything()]));
  });

  it('tells the key to nobody', async () => {
    const apiKey = 'a-very-secret-api-key';
    const { everything } = await run({
      credentials: { alertwireIlertApi: { ...secretOf('ilert'), apiKey } },
    });
    expect(everything).toContain('action.');
    expect(everything).not.toContain(apiKey);
  });
});
