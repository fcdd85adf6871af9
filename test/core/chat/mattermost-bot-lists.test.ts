import { describe, expect, it } from '@jest/globals';
import { bot } from '../../../core/chat/mattermost/bot';
import { json, shown, taken } from './steps';

const id = (word: string) => word.padEnd(26, '0');
const TEAM = id('team');
const channel = (name: string, more = {}) => ({
  id: id(name),
  type: 'O',
  name,
  display_name: name.toUpperCase(),
  team_id: TEAM,
  delete_at: 0,
  ...more,
});
const teams = json(200, [{ id: TEAM, display_name: 'Acme' }]);
const refused = json(403, { id: 'api.context.permissions.app_error' });
const does = (requests: Parameters<typeof shown>[0][]) => requests.map((one) => shown(one).does);

describe('channels', () => {
  const list = (search: string, open = json(200, [channel('ops'), channel('other')])) => {
    const mine = json(200, [
      channel('ops'),
      channel('night', { type: 'P' }),
      channel('two', { type: 'D' }),
      channel('old', { delete_at: 5 }),
    ]);
    return taken(bot.channels?.(search) as never, mine, teams, open);
  };
  const ours = [
    { id: id('ops'), name: 'OPS', detail: 'Acme' },
    { id: id('night'), name: 'NIGHT', detail: 'Acme' },
  ];

  it('are those the bot is in, and those it has to be added to', async () => {
    const { result, requests } = await list('');
    const closed = { id: id('other'), name: 'OTHER', detail: 'Acme', closed: true };
    expect(result).toEqual({ entries: [...ours, closed] });
    expect(does(requests)).toEqual([
      'GET /api/v4/users/me/channels',
      'GET /api/v4/users/me/teams',
      `GET /api/v4/teams/${TEAM}/channels?page=0&per_page=100`,
    ]);
  });

  it('are those it is in where it may not see more', async () => {
    expect((await list('', refused)).result).toEqual({ entries: ours });
  });

  it('are searched', async () => {
    expect((await list(' nigh ')).result).toEqual({ entries: [ours[1]] });
  });

  it('are none with a token that is none', async () => {
    const expired = json(401, { id: 'api.context.session_expired.app_error' });
    const { result } = await taken(bot.channels?.('') as never, expired);
    expect(result).toMatchObject({ problem: { code: 'mattermost.session_expired' } });
  });
});

describe('people', () => {
  const ada = { username: 'ada', first_name: 'Ada', last_name: 'Lovelace' };
  const users = [
    ada,
    { username: 'bob' },
    { username: 'robot', is_bot: true },
    { username: 'gone', delete_at: 5 },
    { username: 'Not A Name' },
  ];
  const entries = [
    { id: 'ada', name: 'Ada Lovelace', detail: '@ada' },
    { id: 'bob', name: 'bob', detail: '@bob' },
  ];

  it('are listed by their usernames, page by page', async () => {
    const { result, requests } = await taken(bot.people?.('') as never, json(200, users));
    expect(result).toEqual({ entries });
    expect(does(requests)).toEqual(['GET /api/v4/users?active=true&page=0&per_page=100']);
    const full = json(200, Array(100).fill(ada));
    const more = await taken(bot.people?.('', '4') as never, full);
    expect(more.result).toMatchObject({ next: '5' });
    expect(does(more.requests)).toEqual(['GET /api/v4/users?active=true&page=4&per_page=100']);
  });

  it('are searched by the server', async () => {
    const { result, requests } = await taken(bot.people?.(' ad ') as never, json(200, users));
    expect(result).toEqual({ entries });
    expect(requests.map(shown)).toEqual([
      { does: 'POST /api/v4/users/search', body: { term: 'ad', limit: 100 } },
    ]);
  });

  it('are found by e-mail address', async () => {
    const find = (given: Parameters<typeof taken>[1]) =>
      taken(bot.personByEmail?.(' ada/x@example.com\ud800 ', { channel: 'any' }) as never, given);
    const found = await find(json(200, ada));
    expect(found.result).toBe('ada');
    expect(does(found.requests)).toEqual([
      'GET /api/v4/users/email/ada%2Fx%40example.com%EF%BF%BD',
    ]);
    const missing = json(404, { id: 'app.user.missing_account.const' });
    expect((await find(missing)).result).toBeUndefined();
    expect((await find(refused)).result).toMatchObject({
      problem: { code: 'mattermost.no_permission' },
    });
  });
});
