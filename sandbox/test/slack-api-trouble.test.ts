import { describe, expect, it } from '@jest/globals';
import { runSandbox, send } from './running';
import { slackBot } from './slack-bot';

describe('the rate of calls', () => {
  it('counts messages by channel', async () => {
    const bot = slackBot(await runSandbox({ rateWindowScale: 100 }));
    const post = (channel: string) => bot.call('chat.postMessage', { channel, text: 'a' });
    for (let sent = 0; sent < 5; sent += 1) expect((await post('C0OPSALERT')).ok).toBe(true);
    expect(await post('C0OPSALERT')).toEqual({ ok: false, error: 'ratelimited' });
    expect((await post('C0PLATFORM')).ok).toBe(true);
  });

  it('counts everything else by method and app, and says with 429 how long to wait', async () => {
    const sandbox = await runSandbox({ rateWindowScale: 100 });
    const bot = slackBot(sandbox);
    for (let asked = 0; asked < 20; asked += 1) await bot.call('conversations.list');
    const headers = { authorization: `Bearer ${bot.credential.botToken}` };
    const reply = await send(`${bot.baseUrl}/conversations.list`, { headers });
    expect([reply.status, JSON.parse(reply.text)]).toEqual([
      429,
      { ok: false, error: 'ratelimited' },
    ]);
    expect(Number(reply.headers.get('retry-after'))).toBeGreaterThan(60);
    expect((await bot.call('users.list')).ok).toBe(true);
    const other = slackBot(sandbox, 'Onlooker');
    expect((await other.call('conversations.list')).ok).toBe(true);
    expect((await sandbox.requests()).at(20)).toMatchObject({ code: 'rate_limited' });
  });

  it('is forgotten with everything else', async () => {
    const sandbox = await runSandbox({ rateWindowScale: 100 });
    const bot = slackBot(sandbox);
    for (let asked = 0; asked < 21; asked += 1) await bot.call('conversations.list');
    await sandbox.post('/inspect/reset');
    expect((await bot.call('conversations.list')).ok).toBe(true);
  });
});

describe('faults at the API', () => {
  const message = { channel: 'C0OPSALERT', text: 'a' };

  it('limit the rate as the API does', async () => {
    const sandbox = await runSandbox();
    const { baseUrl, credential } = slackBot(sandbox);
    await sandbox.post('/inspect/faults', { kind: 'rate-limit', retryAfter: 7 });
    const headers = { authorization: `Bearer ${credential.botToken}` };
    const reply = await send(`${baseUrl}/auth.test`, { headers });
    expect([reply.status, reply.headers.get('retry-after'), JSON.parse(reply.text)]).toEqual([
      429,
      '7',
      { ok: false, error: 'ratelimited' },
    ]);
  });

  it('keep to the channel that stands in the body', async () => {
    const sandbox = await runSandbox();
    const bot = slackBot(sandbox);
    await sandbox.post('/inspect/faults', { kind: 'status', channel: '#platform', body: '{}' });
    expect((await bot.call('chat.postMessage', message)).ok).toBe(true);
    expect(await bot.call('chat.postMessage', { ...message, channel: 'C0PLATFORM' })).toEqual({});
    expect(await sandbox.messages()).toHaveLength(1);
  });

  it('lose the answer to a message that is there, and can be changed', async () => {
    const sandbox = await runSandbox();
    const bot = slackBot(sandbox);
    await sandbox.post('/inspect/faults', { kind: 'lost-answer' });
    await expect(bot.call('chat.postMessage', message)).rejects.toThrow('fetch failed');
    const [kept] = await sandbox.messages();
    const update = { channel: 'C0OPSALERT', ts: kept?.ref, text: 'b' };
    expect((await bot.call('chat.update', update)).ok).toBe(true);
  });

  it('reset the connection before the message is taken', async () => {
    const sandbox = await runSandbox();
    await sandbox.post('/inspect/faults', { kind: 'reset' });
    const posted = slackBot(sandbox).call('chat.postMessage', message);
    await expect(posted).rejects.toThrow('fetch failed');
    expect(await sandbox.messages()).toEqual([]);
  });

  it('delay an answer', async () => {
    const sandbox = await runSandbox();
    await sandbox.post('/inspect/faults', { kind: 'delay', delayMs: 1 });
    expect((await slackBot(sandbox).call('chat.postMessage', message)).ok).toBe(true);
    expect(await sandbox.requests()).toMatchObject([{ verdict: 'accepted', fault: 'delay' }]);
  });
});
