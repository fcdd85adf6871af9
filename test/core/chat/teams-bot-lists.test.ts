import { describe, expect, it } from '@jest/globals';
import { bot } from '../../../core/chat/teams/bot';
import { mentionsOf } from '../../../core/chat/teams/mentions';
import { json, LOST, shown, taken } from './steps';

const GENERAL = '19:general@thread.tacv2';
const OPS = '19:ops@thread.tacv2';
const GROUP = '19:meeting_xyz@thread.v2';
const ADA = '11111111-2222-3333-4444-555555555555';
const BOB = '99999999-2222-3333-4444-555555555555';
const link = (kind: string, id: string) =>
  `https://teams.microsoft.com/l/${kind}/${encodeURIComponent(id)}/General?groupId=1&tenantId=2`;
const teams = (id: string) => `GET /v3/teams/${encodeURIComponent(id)}/conversations`;
const members = (id: string) => `GET /v3/conversations/${encodeURIComponent(id)}/pagedmembers`;

const conversations = [
  { id: GENERAL, name: null, type: 'standard' },
  { id: OPS, name: 'Ops <b>alerts</b>\u202e', type: 'standard' },
  { id: '../x', name: 'Nowhere' },
  { name: 'Nothing' },
  'nothing',
];
const LISTED = [
  { id: GENERAL, name: 'General' },
  { id: OPS, name: 'Ops <b>alerts</b>' },
];

describe('channels', () => {
  const channels = (search: string, given = json(200, { conversations })) =>
    taken(bot.channels?.(search) as never, given);

  it.each([GENERAL, ` ${GENERAL};messageid=17 `, link('channel', GENERAL), link('team', GENERAL)])(
    'are those of the team that %s names',
    async (search) => {
      const { result, requests } = await channels(search);
      expect(requests.map(shown)).toEqual([{ does: teams(GENERAL) }]);
      expect(result).toEqual({ entries: LISTED });
    },
  );

  it.each([
    ['OPS', 1],
    ['ops <b>', 1],
    ['gener', 1],
    ['thread.tacv2', 2],
    ['night', 0],
  ])('are filtered by %s', async (words, count) => {
    for (const search of [`${link('channel', GENERAL)}  ${words}`, `${words} ${GENERAL}`]) {
      const { result } = await channels(search);
      expect((result as { entries: [] }).entries).toHaveLength(count);
    }
  });

  it.each(['', 'ops', GROUP, 'https://teams.microsoft.com/l/channel/%E0%A4%A/x', '\ud800'])(
    'of %j are none: what to paste is said, and nothing asked',
    async (search) => {
      const { result, requests } = await channels(search);
      expect(requests).toEqual([]);
      expect(result).toMatchObject({
        problem: { code: 'teams.no_team', hint: expect.stringMatching(/link to the General/) },
      });
    },
  );

  it.each([
    [404, 'ConversationNotFound'],
    [400, 'BadSyntax'],
  ])('of a channel that is not General are none (HTTP %d %s)', async (status, code) =>
    expect((await channels(OPS, json(status, { error: { code } }))).result).toMatchObject({
      problem: { code: 'teams.no_team' },
    }),
  );

  it.each([
    [json(403, { error: { code: 'BotNotInConversationRoster' } }), 'teams.not_installed'],
    [json(429, {}), 'delivery.rate_limited'],
    [json(200, { conversations: {} }), 'teams.unexpected_answer'],
    [json(200, { problem: 'x' }), 'teams.unexpected_answer'],
    [json(202, []), 'teams.unexpected_answer'],
    [LOST, 'http.answer_lost'],
  ])('say what went wrong: %j', async (given, code) =>
    expect((await channels(GENERAL, given)).result).toMatchObject({ problem: { code } }),
  );

  it('are listed whatever else an answer says', async () =>
    expect((await channels(GENERAL, json(200, { conversations, problem: 'none' }))).result).toEqual(
      { entries: LISTED },
    ));
});

describe('people', () => {
  const ada = {
    id: '29:1ada',
    aadObjectId: ADA,
    name: 'Ada Lovelace',
    email: 'ada@example.com',
    userPrincipalName: 'al@example.com',
  };
  const bob = { id: '29:1bob', aadObjectId: BOB, name: '', userPrincipalName: 'bob@example.com' };
  const page = (list: unknown, continuationToken?: unknown) =>
    json(200, { members: list, continuationToken });

  it('are the members of a channel or chat', async () => {
    for (const id of [OPS, GROUP]) {
      const { result, requests } = await taken(
        bot.people?.(`${link('channel', id)}`) as never,
        page([ada, bob, { id: '29:1guest' }, { id: 'x' }, 'nobody']),
      );
      expect(requests.map(shown)).toEqual([{ does: `${members(id)}?pageSize=500` }]);
      expect(result).toEqual({
        entries: [
          { id: ADA, name: 'Ada Lovelace', detail: 'ada@example.com' },
          { id: BOB, name: BOB, detail: 'bob@example.com' },
          { id: '29:1guest', name: '29:1guest' },
        ],
      });
    }
  });

  it.each(['love', 'ADA@', '1111-2222'])('are found by %s', async (words) => {
    const { result } = await taken(bot.people?.(`${OPS} ${words}`) as never, page([ada, bob]));
    expect(result).toMatchObject({ entries: [{ id: ADA }] });
    expect((result as { entries: [] }).entries).toHaveLength(1);
  });

  it('are searched for through several pages', async () => {
    const search = `${OPS} bob`;
    const found = await taken(
      bot.people?.(search) as never,
      page([ada], 'a+b='),
      page([bob], 't3'),
    );
    expect(found.requests.map(({ url }) => url.split('?')[1])).toEqual([
      'pageSize=500',
      'pageSize=500&continuationToken=a%2Bb%3D',
    ]);
    expect(found.result).toMatchObject({ entries: [{ id: BOB }], next: 't3' });
    const never = await taken(bot.people?.(search) as never, page([ada], 't2'));
    expect(never.result).toEqual({ entries: [], next: 't2' });
    expect(never.requests).toHaveLength(5);
  });

  it('go on where the last page ended', async () => {
    const { result, requests } = await taken(bot.people?.(OPS, 't9') as never, page([ada]));
    expect(requests[0]?.url).toContain('&continuationToken=t9');
    expect(result).not.toHaveProperty('next');
  });

  it.each([7, {}, 'x'.repeat(4001), ''])('end where the next page is %j', async (next) => {
    const { result } = await taken(bot.people?.(OPS) as never, page([ada], next));
    expect(result).not.toHaveProperty('next');
  });

  it('of a large team fit a page', async () => {
    const many = Array.from({ length: 500 }, () => ({ ...ada, givenName: 'x'.repeat(300) }));
    const { result } = await taken(bot.people?.(OPS) as never, page(many));
    expect((result as { entries: [] }).entries).toHaveLength(500);
  });

  it('of nowhere are none: what to paste is said, and nothing asked', async () => {
    const { result, requests } = await taken(bot.people?.('ada') as never, LOST);
    expect(requests).toEqual([]);
    expect(result).toMatchObject({
      problem: { code: 'teams.no_conversation', hint: expect.stringMatching(/^Paste the link/) },
    });
  });

  it('of another team are none', async () => {
    const refusal = json(403, { error: { code: 'BotNotInConversationRoster' } });
    const { result } = await taken(bot.people?.(OPS) as never, refusal);
    expect(result).toMatchObject({ problem: { code: 'teams.not_installed' } });
  });
});

describe('a person by e-mail address', () => {
  const person = (email: string, channel: string, given = json(200, {})) =>
    taken(bot.personByEmail?.(email, { channel }) as never, given);
  const told = (name: unknown) => json(200, { id: '29:1ada', aadObjectId: ADA, name });

  it('is looked up among the members of the channel, also from a thread', async () => {
    const { result, requests } = await person(
      ' ada@example.com ',
      `${OPS};messageid=1`,
      told('Ada'),
    );
    expect(requests.map(shown)).toEqual([
      { does: `GET /v3/conversations/${encodeURIComponent(OPS)}/members/ada%40example.com` },
    ]);
    expect(result).toBe(`Ada <${ADA}>`);
  });

  it.each(['Ada Lovelace', '@Ada', '<b>Ada</b> <x>', '', 7, null, 'x'.repeat(500), '\ud800\u202e'])(
    'called %j can be mentioned',
    async (name) => {
      const { result } = await person('ada@example.com', OPS, told(name));
      const { entities, dropped } = mentionsOf({ mentions: [String(result)] }, true);
      expect(entities).toMatchObject([{ mentioned: { id: ADA } }]);
      expect(dropped).toEqual([]);
    },
  );

  it('is nobody where the channel does not have them', async () => {
    const nobody = json(404, { error: { code: 'MemberNotFoundInConversation' } });
    expect((await person('ada@example.com', OPS, nobody)).result).toBeUndefined();
  });

  it('is nobody in a chat with one person, and behind what is no address', async () => {
    const chat = await taken(bot.personByEmail?.('a@example.com', { person: ADA }) as never, LOST);
    const odd = await Promise.all(
      ['', 'ada', ADA, '../x@y', 'a b@c'].map((one) => person(one, OPS)),
    );
    for (const { result, requests } of [chat, ...odd]) {
      expect(result).toBeUndefined();
      expect(requests).toEqual([]);
    }
  });

  it.each([
    [OPS, json(403, { error: { code: 'BotNotInConversationRoster' } }), 'teams.not_installed'],
    [OPS, json(404, { error: { code: 'ConversationNotFound' } }), 'teams.unknown_channel'],
    [OPS, json(200, { id: '29:1ada', name: 'Ada' }), 'teams.unexpected_answer'],
    ['Alerts', LOST, 'teams.bad_channel_id'],
  ])('cannot be looked up in %s: %j', async (channel, given, code) =>
    expect((await person('\ud800@example.com', channel, given)).result).toMatchObject({
      problem: { code },
    }),
  );
});
