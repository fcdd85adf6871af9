import { describe, expect, it } from '@jest/globals';
import { runSandbox, send } from './running';
import { slackBot } from './slack-bot';

type Named = { name: string };

const names = (list: unknown) => (list as Named[]).map(({ name }) => name);

describe('auth.test', () => {
  it('says who one is, by GET too', async () => {
    const { baseUrl, credential } = slackBot(await runSandbox());
    const headers = { authorization: `Bearer ${credential.botToken}` };
    expect(JSON.parse((await send(`${baseUrl}/auth.test`, { headers })).text)).toEqual({
      ok: true,
      url: expect.stringMatching(/^https:/),
      team: 'Sandbox',
      user: 'alertwire',
      team_id: 'T0SANDBOX1',
      user_id: 'U0ALERTWIR',
      bot_id: 'B0ALERTWIR',
      is_enterprise_install: false,
    });
  });
});

describe('conversations.list', () => {
  it.each([
    [{}, ['ops-alerts', 'platform', 'checkout', 'launch-2019', 'announcements', 'general']],
    [
      { exclude_archived: true },
      ['ops-alerts', 'platform', 'checkout', 'announcements', 'general'],
    ],
    [{ types: 'private_channel' }, ['night-shift']],
    [{ types: 'im' }, []],
  ])('%j gives %j', async (args, expected) => {
    const { channels } = await slackBot(await runSandbox()).call('conversations.list', args);
    expect(names(channels)).toEqual(expected);
  });

  it('comes in pages', async () => {
    const bot = slackBot(await runSandbox());
    const found = [];
    let cursor = '';
    do {
      const page = await bot.call('conversations.list', { limit: 4, cursor });
      found.push(names(page.channels));
      cursor = (page.response_metadata as { next_cursor: string }).next_cursor;
    } while (cursor !== '');
    expect(found.map(({ length }) => length)).toEqual([4, 2]);
  });

  it.each([
    ['invalid_types', { types: 'public_channel,secret' }],
    ['invalid_limit', { limit: 1001 }],
    ['invalid_limit', { limit: 'many' }],
    ['invalid_cursor', { cursor: 'bm93aGVyZQ==' }],
  ])('is refused with %s: %j', async (error, args) => {
    const answer = await slackBot(await runSandbox()).call('conversations.list', args);
    expect(answer).toMatchObject({ ok: false, error });
  });
});

describe('conversations.info', () => {
  it('describes a channel', async () => {
    const bot = slackBot(await runSandbox());
    const args = { channel: 'C0NIGHTOPS', include_num_members: true };
    expect(await bot.call('conversations.info', args)).toMatchObject({
      ok: true,
      channel: { name: 'night-shift', is_private: true, is_member: true, num_members: 3 },
    });
    const archived = await bot.call('conversations.info', { channel: 'C0ARCHIVED' });
    expect(archived).toMatchObject({ channel: { is_archived: true, is_member: false } });
  });

  it.each(['C0BOARDROO', '#ops-alerts', 'C0NOWHERE1'])('does not know %s', async (channel) => {
    const bot = slackBot(await runSandbox());
    const answer = await bot.call('conversations.info', { channel });
    expect(answer).toEqual({ ok: false, error: 'channel_not_found' });
  });
});

describe('conversations.join', () => {
  it('opens a public channel to the bot, until everything is forgotten', async () => {
    const sandbox = await runSandbox();
    const bot = slackBot(sandbox);
    const post = async () =>
      (await bot.call('chat.postMessage', { channel: 'C0CHECKOUT', text: 'a' })).error;
    expect(await post()).toBe('not_in_channel');
    const joined = await bot.call('conversations.join', { channel: 'C0CHECKOUT' });
    expect(joined).toMatchObject({ ok: true, channel: { id: 'C0CHECKOUT', is_member: true } });
    expect(joined).not.toHaveProperty('warning');
    expect(await post()).toBeUndefined();
    await sandbox.post('/inspect/reset');
    expect(await post()).toBe('not_in_channel');
  });

  it('warns who is in it already', async () => {
    const answer = await slackBot(await runSandbox()).call('conversations.join', {
      channel: 'C0OPSALERT',
    });
    expect(answer).toMatchObject({
      ok: true,
      warning: 'already_in_channel',
      response_metadata: { warnings: ['already_in_channel'] },
    });
  });

  it.each([
    ['C0NIGHTOPS', 'method_not_supported_for_channel_type'],
    ['C0BOARDROO', 'channel_not_found'],
    ['C0ARCHIVED', 'is_archived'],
  ])('of %s is refused with %s', async (channel, error) => {
    const answer = await slackBot(await runSandbox()).call('conversations.join', { channel });
    expect(answer).toEqual({ ok: false, error });
  });
});

describe('conversations.open', () => {
  it('opens a direct message, and says when it was open', async () => {
    const bot = slackBot(await runSandbox());
    const open = () => bot.call('conversations.open', { users: 'U0PRIYARAM' });
    const channel = { id: 'DALERPRIYA' };
    expect(await open()).toEqual({ ok: true, channel });
    expect(await open()).toEqual({ ok: true, no_op: true, already_open: true, channel });
    const { channels } = await bot.call('conversations.list', { types: 'im' });
    expect(channels).toMatchObject([{ ...channel, is_im: true, user: 'U0PRIYARAM' }]);
  });

  it.each([
    [{}, 'users_list_not_supplied'],
    [{ users: 'U0NOBODY01' }, 'user_not_found'],
    [{ users: 'U0SAMLEFT1' }, 'user_disabled'],
    [{ channel: 'C0OPSALERT' }, 'method_not_supported_for_channel_type'],
  ])('%j is refused with %s', async (args, error) => {
    const answer = await slackBot(await runSandbox()).call('conversations.open', args);
    expect(answer).toEqual({ ok: false, error });
  });
});

describe('people', () => {
  it('are found by their address', async () => {
    const bot = slackBot(await runSandbox());
    const find = (email: string) => bot.call('users.lookupByEmail', { email });
    expect(await find('Priya.Raman@example.com')).toMatchObject({
      ok: true,
      user: { id: 'U0PRIYARAM', profile: { email: 'priya.raman@example.com' } },
    });
    const missing = { ok: false, error: 'users_not_found' };
    expect(await find('nobody@example.com')).toEqual(missing);
    expect(await find('sam.okafor@example.com')).toEqual(missing);
  });

  it('are listed, with addresses only for those who may read them', async () => {
    const sandbox = await runSandbox();
    const { members } = await slackBot(sandbox).call('users.list');
    expect(names(members)).toEqual([
      ...['priya.raman', 'jonas.weber', 'mei.tanaka', 'sam.okafor'],
      ...['alertwire', 'announcer', 'onlooker', 'newcomer'],
    ]);
    expect(JSON.stringify(members)).toContain('@example.com');
    const seen = await slackBot(sandbox, 'Onlooker').call('users.list');
    expect(JSON.stringify(seen)).not.toContain('@example.com');
  });
});
