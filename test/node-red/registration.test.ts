import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Sandbox, startSandbox } from '../../sandbox/start';
import { exampleFlow, ids, PATH, SECRET } from './support/flows';
import { Runtime } from './support/runtime';

let sandbox: Sandbox;
let runtime: Runtime;

const ilert = (): Record<string, string> => {
  const account = sandbox.oncalls.find(({ platform }) => platform === 'ilert');
  return { baseUrl: account?.baseUrl ?? '', ...account?.credential };
};

const way = (id: string, credentials: object) => ({
  id,
  type: 'alertwire-ilert',
  name: '',
  credentials,
});

beforeAll(async () => {
  [sandbox, runtime] = await Promise.all([startSandbox({ rateWindowScale: 0 }), Runtime.start()]);
  await runtime.deploy(
    exampleFlow({
      nodes: {
        [ids.in]: { registration: 'ilert', platform: 'flashduty', ilert: 'way' },
        [ids.secret]: { headerName: 'X-Our-Own' },
        [ids.filter]: { events: ['created', 'accepted'] },
        [ids.slack]: { operation: 'preview' },
      },
      add: [
        way('way', ilert()),
        way('stranger', { ...ilert(), apiKey: 'of-somebody-else' }),
        way('empty', { baseUrl: '' }),
        { id: 'no-secret', type: 'alertwire-webhook-secret', name: '', headerName: '' },
      ],
    }),
  );
});
afterAll(async () => {
  await runtime.stop();
  await sandbox.close();
});
beforeEach(() => tell('/inspect/reset', {}));

const tell = (path: string, body: object) =>
  fetch(sandbox.url + path, { method: 'POST', body: JSON.stringify(body) });

interface Registered {
  readonly name: string;
  readonly triggerTypes: readonly string[];
  readonly alertSources?: readonly { readonly id: number }[];
  readonly params: { readonly webhookUrl: string; readonly headers: readonly object[] };
}

const registered = async (): Promise<readonly Registered[]> => {
  const { baseUrl, apiKey } = ilert();
  const headers = { authorization: `Bearer ${apiKey}` };
  return (await fetch(`${baseUrl}/alert-actions`, { headers })).json() as Promise<Registered[]>;
};

/** What the dialog's buttons send. */
const press = async (what: string, changes: object = {}) => {
  const answer = await fetch(runtime.admin('alertwire/alert-in/registration'), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      what,
      platform: 'ilert',
      connection: 'way',
      secret: ids.secret,
      publicUrl: runtime.url('/'),
      path: PATH,
      flow: 'Night shift',
      triggerTypes: [],
      alertSources: [],
      ...changes,
    }),
  });
  return (await answer.json()) as Readonly<Record<string, unknown>>;
};

describe('alert in, registered at ilert', () => {
  test('makes its webhook, finds it again, and takes it back', async () => {
    const url = runtime.url(PATH);
    expect(await press('find')).toEqual({ ok: true, state: 'absent', url });
    expect(await press('register')).toEqual({ ok: true, state: 'registered', url });
    expect(await press('find')).toEqual({ ok: true, state: 'registered', url });
    expect(await registered()).toMatchObject([
      {
        name: 'Alertwire: Night shift',
        params: { webhookUrl: url, headers: [{ key: 'X-Our-Own', value: SECRET }] },
      },
    ]);
    expect(await press('remove')).toEqual({ ok: true, state: 'removed', url });
    expect(await registered()).toEqual([]);
    expect(await press('remove')).toEqual({ ok: true, state: 'absent', url });
  });

  test('brings up to date what is there, and leaves that of others alone', async () => {
    await press('register', { publicUrl: `${sandbox.url}/of-others/` });
    await press('register');
    await press('register', { triggerTypes: ['alert-created'], flow: 'Day shift' });
    expect((await registered()).map(({ name, triggerTypes }) => [name, triggerTypes])).toEqual([
      ['Alertwire: Night shift', expect.arrayContaining(['alert-created', 'alert-resolved'])],
      ['Alertwire: Day shift', ['alert-created']],
    ]);
    await press('remove');
    expect((await registered()).map(({ params }) => params.webhookUrl)).toEqual([
      `${sandbox.url}/of-others${PATH}`,
    ]);
  });

  test('takes what ilert then sends', async () => {
    await press('register');
    const before = runtime.messages('sent').length;
    await tell('/ilert/send', { eventType: 'alert-created' });
    expect(await runtime.message('sent', before + 1)).toMatchObject({
      payload: { platform: 'ilert', type: 'created' },
    });
  });

  test.each([
    ['the address is none', { publicUrl: 'flows.example.com' }, 'registration.bad_address'],
    ['it is more', { publicUrl: 'https://a.example/?b=c' }, 'registration.bad_address'],
    ['it is missing', { publicUrl: '' }, 'registration.bad_address'],
    ['no connection is chosen', { connection: '' }, 'registration.no_connection'],
    ['another node is chosen', { connection: ids.secret }, 'registration.no_connection'],
    ['the connection is empty', { connection: 'empty' }, 'ilert.bad_key'],
    ['ilert does not know the key', { connection: 'stranger' }, 'action.unauthorised'],
    ['there is no secret', { secret: 'no-secret' }, 'registration.no_secret'],
  ])('says what to do where %s', async (_name, changes, code) => {
    const said = await press('register', changes);
    expect(said).toMatchObject({ ok: false, code, hint: expect.stringMatching(/\w/) });
    expect(JSON.stringify(said)).not.toContain(SECRET);
    expect(await registered()).toEqual([]);
  });

  test('says that a platform has no such calls', async () => {
    const said = await press('register', { platform: 'flashduty' });
    expect(said).toMatchObject({ ok: false, code: 'registration.no_connection' });
  });

  test('is for those who may change flows only', async () => {
    const guarded = await Runtime.start({
      more: { adminAuth: { type: 'credentials', users: [], default: { permissions: 'read' } } },
    });
    const answer = await fetch(guarded.admin('alertwire/alert-in/registration'), {
      method: 'POST',
      body: '{}',
    });
    await guarded.stop();
    expect(answer.status).toBe(401);
  });
});
