import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Sandbox, startSandbox } from '../../sandbox/index';
import { ilertBody } from './support/alerts';
import { hooksOf } from './support/call-hooks';
import { callWebhook } from './support/call-webhook';
import type { CredentialData } from './support/credentials-helper';
import { type Host, loadHost } from './support/host';

let host: Host;
let sandbox: Sandbox;

beforeAll(async () => {
  [host, sandbox] = await Promise.all([loadHost(), startSandbox({ rateWindowScale: 0 })]);
});
afterAll(() => sandbox.close());
beforeEach(() => fetch(`${sandbox.url}/inspect/reset`, { method: 'POST', body: '{}' }));

const parameters = {
  registration: 'ilert',
  authentication: 'apiKey',
  triggerTypes: ['alert-created', 'alert-resolved'],
};

const credential = (note = 'Ada'): Record<string, string> => {
  const found = sandbox.oncalls.find(
    ({ platform, name }) => platform === 'ilert' && name.startsWith(note),
  );
  if (!found) throw new Error(`Nobody called ${note} has a key.`);
  return { baseUrl: found.baseUrl, ...found.credential };
};

const hooks = (alertwireIlertApi = credential(), own = parameters) =>
  hooksOf(host, { type: 'alertTrigger', parameters: own, credentials: { alertwireIlertApi } });

interface Registered {
  name: string;
  triggerTypes: string[];
  params: { webhookUrl: string; headers: { key: string; value: string }[] };
}

const registered = async (): Promise<Registered[]> => {
  const { baseUrl, apiKey } = credential();
  const headers = { authorization: `Bearer ${apiKey}` };
  return (await fetch(`${baseUrl}/alert-actions`, { headers })).json() as Promise<Registered[]>;
};

const deliver = (secret: string, credentials: CredentialData) =>
  callWebhook(host, {
    body: JSON.stringify(ilertBody()),
    headers: { 'x-alertwire-secret': secret },
    parameters,
    credentials,
  });

describe('Alert Trigger, registered at ilert', () => {
  it('makes its webhook, finds it again, and takes it back', async () => {
    const { url, exists, create, remove } = hooks();
    expect(await exists()).toBe(false);
    expect(await create()).toBe(true);
    expect(await exists()).toBe(true);
    expect(await registered()).toMatchObject([
      {
        name: 'Alertwire: On call',
        triggerTypes: ['alert-created', 'alert-resolved'],
        params: { webhookUrl: url, headers: [{ key: 'X-Alertwire-Secret' }] },
      },
    ]);
    expect(await remove()).toBe(true);
    expect(await registered()).toEqual([]);
    expect(await remove()).toBe(true);
  });

  it('takes what carries the secret it gave, and nothing else', async () => {
    await hooks().create();
    const [{ params }] = await registered();
    const secret = params.headers[0]?.value ?? '';
    expect(secret).toMatch(/^[\w-]{43}$/);
    const credentials = { alertwireIlertApi: credential() };
    expect(await deliver(secret, credentials)).toMatchObject({ status: 200 });
    expect(await deliver('', credentials)).toMatchObject({ status: 401, items: undefined });
    expect(await deliver(`${secret}x`, credentials)).toMatchObject({ status: 401 });
  });

  it('says why it cannot be published', async () => {
    await expect(hooks({ ...credential(), apiKey: 'no-such-key' }).create()).rejects.toMatchObject({
      context: { code: expect.stringMatching(/^action\./) },
    });
    const nothing = hooksOf(host, { type: 'alertTrigger', parameters });
    await expect(nothing.create()).rejects.toThrow('No credential is chosen for ilert.');
  });

  it('leaves everything to people where they paste the address', async () => {
    const byHand = hooksOf(host, { type: 'alertTrigger' });
    expect(await byHand.exists()).toBe(true);
    expect(await byHand.create()).toBe(true);
    expect(await byHand.remove()).toBe(true);
    expect(await registered()).toEqual([]);
  });
});
