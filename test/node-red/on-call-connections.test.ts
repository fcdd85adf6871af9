import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Sandbox, startSandbox } from '../../sandbox/start';
import { Runtime } from './support/runtime';

let sandbox: Sandbox;
let runtime: Runtime;

beforeAll(async () => {
  [sandbox, runtime] = await Promise.all([
    startSandbox({ rateWindowScale: 0, target: { url: 'http://127.0.0.1:9/' } }),
    Runtime.start({ env: { ONCALL_KEY: 'not-a-key-of-anybody' } }),
  ]);
});
afterAll(async () => {
  await runtime.stop();
  await sandbox.close();
});

const credentialOf = (platform: string): Record<string, string> => {
  const account = sandbox.oncalls.find((one) => one.platform === platform);
  return { baseUrl: account?.baseUrl ?? '', ...account?.credential };
};

const ask = async (platform: string, path: string, body: object) => {
  const answer = await fetch(runtime.admin(`alertwire/connection/alertwire-${platform}/${path}`), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return (await answer.json()) as Readonly<Record<string, unknown>>;
};

const deploy = (platform: string, credentials = credentialOf(platform), id = 'way') =>
  runtime.deploy([
    { id: 'tab', type: 'tab', label: platform },
    { id, type: `alertwire-${platform}`, name: '', credentials },
  ]);

describe.each([
  { platform: 'ilert', key: 'apiKey', list: 'escalation-policies' },
  { platform: 'flashduty', key: 'appKey', list: 'flashduty-channels' },
])('the connection to $platform', ({ platform, key, list }) => {
  test('is tested with what the dialog holds, and tells who we are', async () => {
    const credentials = credentialOf(platform);
    expect(await ask(platform, 'try', { id: '', credentials })).toMatchObject({
      ok: true,
      name: expect.stringMatching(/\w/),
    });
  });

  test('is tested with what was saved, where the dialog does not know it', async () => {
    await deploy(platform);
    const hidden = { baseUrl: credentialOf(platform).baseUrl, [key]: '__PWRD__' };
    expect(await ask(platform, 'try', { id: 'way', credentials: hidden })).toMatchObject({
      ok: true,
    });
    expect(await ask(platform, 'try', { id: '', credentials: hidden })).toMatchObject({
      ok: false,
    });
  });

  test('says what is wrong, and never the key', async () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: as people write it into a field
    const credentials = { ...credentialOf(platform), [key]: '${ONCALL_KEY}' };
    const said = await ask(platform, 'try', { id: '', credentials });
    expect(said).toMatchObject({ ok: false, code: 'action.unauthorised' });
    expect(JSON.stringify(said)).not.toContain('not-a-key-of-anybody');
    const empty = { ...credentials, [key]: '', integrationKey: '' };
    expect(await ask(platform, 'try', { id: '', credentials: empty })).toMatchObject({
      ok: false,
      code: `${platform}.bad_key`,
    });
  });

  test('lists what can be picked, once it is deployed', async () => {
    await deploy(platform);
    const everybody = await ask(platform, 'list', { id: 'way', list: 'people', search: '' });
    const entries = everybody.entries as readonly { id: string; name: string }[];
    expect(entries.length).toBeGreaterThan(1);
    const search = entries[0]?.name.slice(0, 5);
    const found = await ask(platform, 'list', { id: 'way', list: 'people', search });
    expect(found.entries).toContainEqual(entries[0]);
    expect(await ask(platform, 'list', { id: 'way', list, search: '' })).toMatchObject({
      ok: true,
      entries: expect.arrayContaining([expect.objectContaining({ id: expect.any(String) })]),
    });
  });

  test('says in the list why nothing can be picked', async () => {
    await deploy(platform, { ...credentialOf(platform), [key]: 'of-somebody-else' });
    expect(await ask(platform, 'list', { id: 'way', list: 'people', search: '' })).toMatchObject({
      ok: false,
      code: 'action.unauthorised',
    });
    expect(await ask(platform, 'list', { id: 'none', list: 'people', search: '' })).toMatchObject({
      ok: false,
      code: 'connection.not_deployed',
    });
  });

  test('says in the log that a key is missing', async () => {
    await deploy(platform, { baseUrl: '' }, 'empty');
    expect(runtime.logs('empty').join()).toMatch(/There is no (APP )?key/);
  });
});
