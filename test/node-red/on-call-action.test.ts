import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { onCallActionFields } from '../../core/index';
import { type Sandbox, startSandbox } from '../../sandbox/start';
import { eventOf } from '../core/card/alerts';
import { type FlowNode, Runtime } from './support/runtime';

let sandbox: Sandbox;
let runtime: Runtime;
let alertId: string;

beforeAll(async () => {
  [sandbox, runtime] = await Promise.all([
    startSandbox({ rateWindowScale: 0, target: { url: 'http://127.0.0.1:9/' } }),
    Runtime.start(),
  ]);
});
afterAll(async () => {
  await runtime.stop();
  await sandbox.close();
});

const ask = async (path: string, body?: object) => {
  const init = body && { method: 'POST', body: JSON.stringify(body) };
  return (await fetch(sandbox.url + path, init)).json();
};

beforeEach(async () => {
  await ask('/inspect/reset', {});
  ({ alertId } = await ask('/ilert/send', { eventType: 'alert-created' }));
});

const secretOf = (platform: string): Readonly<Record<string, string>> => {
  const account = sandbox.oncalls.find((one) => one.platform === platform);
  if (!account) throw new Error(`The sandbox has no key of ${platform}.`);
  return { baseUrl: account.baseUrl, ...account.credential };
};

const statusOf = async () => {
  const alerts: { id: string; status: string }[] = await ask('/ilert/alerts');
  return alerts.find(({ id }) => id === alertId)?.status;
};

const onCanvas = (node: FlowNode): FlowNode => ({ z: 'tab', x: 0, y: 0, wires: [], ...node });
const usual = Object.fromEntries(onCallActionFields.map((field) => [field.name, field.default]));

/** The node as the editor would store it, and the connections of the platforms named. */
const deploy = (node: object = {}, credentials: Readonly<Record<string, object>> = ofIlert()) =>
  runtime.deploy([
    { id: 'tab', type: 'tab', label: 'Acting' },
    onCanvas({
      id: 'act',
      type: 'alertwire-on-call-action',
      ...usual,
      ...Object.fromEntries(Object.keys(credentials).map((id) => [id, `the-${id}`])),
      wires: [['out']],
      ...node,
    }),
    onCanvas({ id: 'catch', type: 'catch', scope: ['act'], wires: [['caught']] }),
    onCanvas({ id: 'complete', type: 'complete', scope: ['act'], wires: [['completed']] }),
    ...['out', 'caught', 'completed'].map((id) => onCanvas({ id, type: 'test-sink' })),
    ...Object.entries(credentials).map(([platform, secret]) => ({
      id: `the-${platform}`,
      type: `alertwire-${platform}`,
      name: '',
      credentials: secret,
    })),
  ]);
const ofIlert = () => ({ ilert: secretOf('ilert') });

const receive = async (message: object, sink = 'out', node = 'act') => {
  const before = runtime.messages(sink).length;
  await runtime.receive(node, message);
  return runtime.message(sink, before + 1) as Promise<Readonly<Record<string, unknown>>>;
};

const asked = (changes: object = {}) => {
  const command = {
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
  };
  return { payload: command, command };
};

describe('on-call action, asked in a chat', () => {
  test('does what somebody asked for, and tells how the alert stands now', async () => {
    await deploy();
    const completed = runtime.messages('completed').length;
    expect(await receive(asked())).toMatchObject({
      topic: alertId,
      payload: {
        type: 'accepted',
        rawType: 'alertwire.accept',
        platform: 'ilert',
        account: 'acme',
        actor: { name: 'Ada' },
        alert: { id: alertId, status: 'acknowledged' },
      },
      command: { id: 'click-1' },
      result: { ok: true, code: 'done' },
      audit: { who: { id: 'U1' }, action: 'accept', chat: 'slack', channel: 'C1', ok: true },
    });
    expect(await statusOf()).toBe('ACCEPTED');
    await runtime.message('completed', completed + 1);
    await runtime.status('act', /^Accept · \d\d:\d\d$/);
  });

  test('answers a second click without doing anything twice', async () => {
    await deploy();
    await receive(asked());
    const from = runtime.told.length;
    const { result } = await receive(asked({ id: 'click-2' }));
    expect(result).toMatchObject({ ok: true, code: 'already_done' });
    await runtime.status('act', /was so before/, from);
  });

  test('makes a result of what fails, and leaves the payload alone', async () => {
    await ask('/ilert/send', { eventType: 'alert-resolved', alertId });
    await deploy();
    const caught = runtime.messages('caught').length;
    const from = runtime.told.length;
    expect(await receive(asked())).toMatchObject({
      result: { ok: false, code: 'action.already_resolved' },
      audit: { ok: false, code: 'action.already_resolved' },
    });
    await runtime.status('act', /^action\.already_resolved · /, from);
    expect(runtime.messages('caught')).toHaveLength(caught);
  });

  test.each([
    ['no connection fits', {}, {}, 'credential.missing'],
    ['it is no alert action', { kind: 'own-button' }, undefined, 'action.not_an_alert_action'],
  ])('says so where %s', async (_name, changes, credentials, code) => {
    await deploy({}, credentials ?? ofIlert());
    const { result } = await receive(asked(changes));
    expect(result).toMatchObject({ ok: false, code });
  });

  test('takes a number that somebody typed to the one platform it knows', async () => {
    await deploy();
    const typed = asked({ alert: { id: alertId } });
    expect((await receive(typed)).result).toMatchObject({ ok: true });
    await deploy({}, { ...ofIlert(), flashduty: secretOf('flashduty') });
    expect((await receive(typed)).result).toMatchObject({ code: 'action.no_platform' });
  });

  test('tells the result in the language of the trigger, or in its own', async () => {
    await deploy({ language: 'de' });
    const said = async (changes: object) => {
      const { result } = await receive(asked(changes));
      return (result as { message: string }).message;
    };
    expect(await said({ language: 'zh-CN' })).toMatch(/\p{Script=Han}/u);
    expect(await said({ id: 'click-2' })).toMatch(/^Schon angenommen/);
  });

  test('tells the key to nobody', async () => {
    const apiKey = 'a-very-secret-api-key';
    const from = runtime.told.length;
    await deploy({}, { ilert: { ...secretOf('ilert'), apiKey } });
    const { result } = await receive(asked());
    expect(result).toMatchObject({ ok: false });
    expect(JSON.stringify(runtime.told.slice(from))).not.toContain(apiKey);
  });
});

describe('on-call action, asked by the flow', () => {
  const event = () => eventOf({ platform: 'ilert', alert: { id: alertId } });

  test('does what the node says, to the alert of the message', async () => {
    await deploy({ platform: 'ilert', action: 'resolve', note: 'why', noteType: 'msg' });
    const message = await receive({ payload: event(), why: 'Disk was full' });
    expect(message).toMatchObject({
      payload: { type: 'resolved', alert: { id: alertId } },
      result: { ok: true },
      audit: { who: { id: 'flow' }, action: 'resolve' },
    });
    expect(await statusOf()).toBe('RESOLVED');
  });

  test('makes the same event of a message that comes again, and of nothing else', async () => {
    const comment = { platform: 'ilert', action: 'comment', note: 'Looked at', noteType: 'str' };
    const idOf = ({ payload }: Readonly<Record<string, unknown>>) => (payload as { id: string }).id;
    await deploy(comment);
    const first = idOf(await receive({ payload: event() }));
    expect(idOf(await receive({ payload: event(), redelivered: true }))).toBe(first);
    await deploy({ ...comment, note: 'Another' });
    expect(idOf(await receive({ payload: event() }))).not.toBe(first);
    await deploy({ ...comment, id: 'act-2' });
    expect(idOf(await receive({ payload: event() }, 'out', 'act-2'))).not.toBe(first);
  });

  test('creates an alert', async () => {
    const { apiKey, baseUrl } = secretOf('ilert');
    const answer = await fetch(`${baseUrl}/alert-sources`, {
      headers: { authorization: `Bearer ${apiKey}` },
    });
    const [source] = (await answer.json()) as { id: number }[];
    await deploy(
      { platform: 'ilert', action: 'create', title: 'topic', titleType: 'msg', source: source?.id },
      { ilert: { apiKey, baseUrl } },
    );
    expect(await receive({ topic: 'Checkout is down' })).toMatchObject({
      payload: { type: 'created', alert: { title: 'Checkout is down', status: 'open' } },
    });
  });

  test('fails to Catch where it cannot, with a code', async () => {
    await deploy({ platform: 'ilert', action: 'resolve', alertId: '999999' });
    const completed = runtime.messages('completed').length;
    expect(await receive({ payload: 1, kept: 1 }, 'caught')).toMatchObject({
      kept: 1,
      payload: 1,
      error: { code: 'action.no_such_alert' },
      result: { ok: false, code: 'action.no_such_alert' },
    });
    expect(runtime.messages('completed')).toHaveLength(completed);
  });

  test('asks for a command where the action is to come from the input', async () => {
    await deploy();
    const { error } = await receive({ payload: event() }, 'caught');
    expect(error).toMatchObject({ code: 'action.no_command' });
  });

  test('does not count what the dialog hides', async () => {
    await deploy({ platform: 'ilert', action: 'accept', note: '$error("x")', noteType: 'jsonata' });
    expect(await receive({ payload: event() })).toMatchObject({ result: { ok: true } });
  });

  test('tells who is on call: it is the payload, and stays in data', async () => {
    await deploy({ platform: 'ilert', action: 'on-call' });
    const { payload, data } = await receive({ payload: 'now' });
    expect(data).toEqual(expect.arrayContaining([expect.anything()]));
    expect(payload).toEqual(data);
  });

  test('acts at Flashduty', async () => {
    const { alertId: incident } = await ask('/flashduty/send', { eventType: 'i_new' });
    await deploy({ action: 'accept' }, { flashduty: secretOf('flashduty') });
    const payload = eventOf({ platform: 'flashduty', alert: { id: incident } });
    expect(await receive({ payload })).toMatchObject({
      payload: { type: 'accepted', platform: 'flashduty' },
      result: { ok: true },
    });
  });

  test('says before the first message what is missing', async () => {
    const from = runtime.told.length;
    await deploy({ platform: 'flashduty' });
    await runtime.status('act', /^credential\.missing$/, from);
  });
});
