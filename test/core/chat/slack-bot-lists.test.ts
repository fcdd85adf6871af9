import { describe, expect, it } from '@jest/globals';
import { bot } from '../../../core/chat/slack/bot';
import { json, shown, taken } from './steps';

const channel = (id: string, name: string, more = {}) => ({ id, name, is_member: true, ...more });
const page = (channels: unknown, next_cursor = '') => ({
  ok: true,
  channels,
  response_metadata: { next_cursor },
});
const channels = (search: string, ...pages: unknown[]) =>
  taken(bot.channels?.(search) as never, ...pages.map((body) => json(200, body)));

describe('channels', () => {
  it('are those the bot may see, archived ones aside', async () => {
    const { result, requests } = await channels('', page([channel('C01', 'ops')]));
    expect(result).toEqual({ entries: [{ id: 'C01', name: 'ops' }] });
    expect(requests.map(shown)).toEqual([
      {
        does: 'GET /conversations.list?types=public_channel%2Cprivate_channel&exclude_archived=true&limit=200',
      },
    ]);
  });

  it('are the public ones where private ones may not be listed', async () => {
    const refused = { ok: false, error: 'missing_scope', needed: 'groups:read' };
    const { result, requests } = await channels('', refused, page([channel('C01', 'ops')]));
    expect(result).toEqual({ entries: [{ id: 'C01', name: 'ops' }] });
    expect(requests[1]?.url).toContain('types=public_channel&');
    const none = await channels('', refused, { ...refused, needed: 'channels:read' });
    expect(none.result).toMatchObject({
      problem: { code: 'slack.missing_scope', message: expect.stringContaining('channels:read') },
    });
  });

  it('are closed where the bot cannot let itself in', async () => {
    const listed = [
      channel('C01', 'in'),
      channel('C02', 'out', { is_member: false }),
      channel('C03', 'secret', { is_member: false, is_private: true }),
    ];
    const closedWith = async (scopes: string) => {
      const answer = json(200, page(listed), { 'x-oauth-scopes': scopes });
      const { result } = await taken(bot.channels?.('') as never, answer);
      const { entries } = result as { entries: { name: string; closed?: boolean }[] };
      return entries.filter(({ closed }) => closed).map(({ name }) => name);
    };
    expect(await closedWith('chat:write')).toEqual(['out', 'secret']);
    expect(await closedWith('chat:write, channels:join')).toEqual(['secret']);
    expect(await closedWith('chat:write.public')).toEqual(['secret']);
  });

  it('are searched for through several pages', async () => {
    const other = page([channel('C01', 'ops')], 'c2');
    const found = await channels(' NIGHT ', other, page([channel('C02', 'night-shift')], 'c3'));
    expect(found.result).toEqual({ entries: [{ id: 'C02', name: 'night-shift' }], next: 'c3' });
    expect(found.requests[1]?.url).toContain('&cursor=c2');
    const never = await channels('nothing', other);
    expect(never.result).toEqual({ entries: [], next: 'c2' });
    expect(never.requests).toHaveLength(5);
  });

  it('go on where the last page ended', async () => {
    const { requests } = await taken(bot.channels?.('', 'c9') as never, json(200, page([])));
    expect(requests[0]?.url).toContain('&cursor=c9');
  });
});

describe('people', () => {
  const ada = {
    id: 'U01',
    name: 'ada',
    real_name: 'Ada Lovelace',
    profile: { email: 'ada@example.com' },
  };

  it('are those who can read a message', async () => {
    const members = [
      ada,
      { id: 'U02', name: 'left', deleted: true },
      { id: 'U03', name: 'robot', is_bot: true },
      { id: 'USLACKBOT', name: 'slackbot' },
      { id: 'U04', name: 'bob' },
      'nobody',
    ];
    const { result } = await taken(bot.people?.('') as never, json(200, { ok: true, members }));
    expect(result).toEqual({
      entries: [
        { id: 'U01', name: 'Ada Lovelace', detail: 'ada@example.com' },
        { id: 'U04', name: 'bob', detail: '@bob' },
      ],
    });
  });

  it.each(['love', 'ADA@', 'u01'])('are found by %s', async (search) => {
    const body = { ok: true, members: [ada, { id: 'U04', name: 'bob' }] };
    const { result } = await taken(bot.people?.(search) as never, json(200, body));
    expect(result).toMatchObject({ entries: [{ id: 'U01' }] });
  });

  it('are found by e-mail address', async () => {
    const find = (body: unknown) =>
      taken(
        bot.personByEmail?.(' ada+x@example.com ', { channel: 'any' }) as never,
        json(200, body),
      );
    const found = await find({ ok: true, user: ada });
    expect(found.result).toBe('U01');
    expect(found.requests[0]?.url).toBe('/users.lookupByEmail?email=ada%2Bx%40example.com');
    expect((await find({ ok: false, error: 'users_not_found' })).result).toBeUndefined();
    const refused = { ok: false, error: 'missing_scope', needed: 'users:read.email' };
    expect((await find(refused)).result).toMatchObject({
      problem: { code: 'slack.missing_scope' },
    });
  });
});
