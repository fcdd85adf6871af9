import { describe, expect, it } from '@jest/globals';
import { runSandbox } from './running';
import { at, idIn, logIn, refusal, TEXT, teamsBot } from './teams-api-bot';

const THROTTLED = [429, 'Throttled'];

async function slowBot() {
  return teamsBot('Alertwire', await runSandbox({ rateWindowScale: 100 }));
}

describe('the rate of a bot', () => {
  it('is seven messages a second in one thread, and says when the next may come', async () => {
    const { post, sandbox } = await slowBot();
    for (let sent = 0; sent < 7; sent += 1) expect((await post('Ops alerts')).status).toBe(201);
    const reply = await post('Ops alerts');
    expect(refusal(reply)).toEqual(THROTTLED);
    expect(Number(reply.headers.get('retry-after'))).toBeGreaterThan(60);
    expect((await sandbox.requests()).at(-1)).toMatchObject({ code: 'rate_limited' });
    expect((await post('Platform')).status).toBe(201);
    await sandbox.post('/inspect/reset');
    const again = await teamsBot('Alertwire', sandbox);
    expect((await again.post('Ops alerts')).status).toBe(201);
  });

  it('is one for every thread, changes among it', async () => {
    const { post, call, id } = await slowBot();
    const ref = idIn(await post('Ops alerts'));
    const thread = `${id('Ops alerts')};messageid=${ref}`;
    for (let sent = 0; sent < 6; sent += 1) await call('POST', at(thread), TEXT);
    expect((await call('PUT', at(thread, ref), TEXT)).status).toBe(200);
    expect(refusal(await call('PUT', at(thread, ref), TEXT))).toEqual(THROTTLED);
    expect(refusal(await call('DELETE', at(id('Ops alerts'), ref)))).toEqual(THROTTLED);
    expect((await post('Ops alerts')).status).toBe(201);
  });

  it('counts eight in two seconds, sixty in thirty', async () => {
    let now = 1_772_331_120_000;
    const sandbox = await runSandbox({ rateWindowScale: 1, now: () => now });
    const { post } = await teamsBot('Alertwire', sandbox);
    const statuses: number[] = [];
    const sendAfter = async (milliseconds: number) => {
      now += milliseconds;
      statuses.push((await post('Ops alerts')).status);
    };
    for (let sent = 0; sent < 8; sent += 1) await sendAfter(200);
    expect(new Set(statuses.splice(0))).toEqual(new Set([201]));
    await sendAfter(10);
    expect(statuses.splice(0)).toEqual([429]);
    now += 2000;
    for (let sent = 0; sent < 53; sent += 1) await sendAfter(400);
    expect(statuses.indexOf(429)).toBe(52);
  });

  it('is each bot’s own', async () => {
    const { post, sandbox } = await slowBot();
    const veteran = await teamsBot('Veteran', sandbox);
    for (let sent = 0; sent < 7; sent += 1) await post('Ops alerts');
    expect((await veteran.post('Ops alerts')).status).toBe(201);
    expect(refusal(await post('Ops alerts'))).toEqual(THROTTLED);
  });

  it('counts new conversations and members by themselves', async () => {
    const { call, chat, id } = await slowBot();
    for (let opened = 0; opened < 7; opened += 1) await chat('Priya Raman');
    expect(await chat('Priya Raman')).toBe('undefined');
    const members = `/conversations/${encodeURIComponent(id('Ops alerts'))}/members`;
    for (let asked = 0; asked < 14; asked += 1) {
      expect((await call('GET', members)).status).toBe(200);
    }
    expect(refusal(await call('GET', members))).toEqual(THROTTLED);
  });
});

describe('faults at the connector', () => {
  it('limit the rate as it does, and as the login does', async () => {
    const { post, sandbox } = await teamsBot();
    await sandbox.post('/inspect/faults', { kind: 'rate-limit', retryAfter: 7, times: 2 });
    const reply = await post('Ops alerts');
    expect([refusal(reply), reply.headers.get('retry-after')]).toEqual([THROTTLED, '7']);
    const login = await logIn(sandbox, 'Alertwire');
    expect([login.status, JSON.parse(login.text).error_codes]).toEqual([429, [90055]]);
  });

  it('keep to the channel or the person of a call', async () => {
    const { post, chat, sandbox } = await teamsBot();
    const fault = { kind: 'status', status: 412, body: '{}' };
    await sandbox.post('/inspect/faults', { ...fault, channel: 'Platform' });
    await sandbox.post('/inspect/faults', { ...fault, channel: 'Priya Raman' });
    expect((await post('Ops alerts')).status).toBe(201);
    expect((await post('Platform')).status).toBe(412);
    expect(await chat('Priya Raman')).toBe('undefined');
    expect(await sandbox.messages()).toHaveLength(1);
  });

  it('lose the answer to a message that is there', async () => {
    const { post, call, id, sandbox } = await teamsBot();
    await sandbox.post('/inspect/faults', { kind: 'lost-answer', channel: 'Ops alerts' });
    await expect(post('Ops alerts')).rejects.toThrow('fetch failed');
    const [kept] = await sandbox.messages();
    expect((await call('PUT', at(id('Ops alerts'), kept?.ref ?? ''), TEXT)).status).toBe(200);
  });

  it('do not fail later: a bot is told at once', async () => {
    const { post, sandbox } = await teamsBot();
    await sandbox.post('/inspect/faults', { kind: 'fail-later', platform: 'teams' });
    expect((await post('Ops alerts')).status).toBe(201);
    expect(await sandbox.messages()).toHaveLength(1);
    const hook = sandbox.hook('Ops alerts', 'teams').replace(sandbox.url, '');
    const headers = { 'content-type': 'application/json' };
    expect((await sandbox.post(hook, {}, headers)).status).toBe(202);
  });
});
