import { describe, expect, it } from '@jest/globals';
import { at, idIn, refusal, TENANT, TEXT, teamsBot } from './teams-api-bot';

const ROSTER = [403, 'BotNotInConversationRoster'];

describe('the channels of the team', () => {
  it.each([
    ['General', 201, ''],
    ['Night shift', 403, 'BotNotInConversationRoster'],
    ['Announcements', 403, 'ConversationBlockedByUser'],
    ['Launch 2019', 404, 'ConversationNotFound'],
  ])('answer in %s with %i %s', async (name, status, code) => {
    const { post, call, id, sandbox } = await teamsBot();
    expect(refusal(await post(name))).toEqual([status, code]);
    const channelData = { channel: { id: id(name) } };
    const created = await call('POST', '/conversations', { channelData, activity: TEXT });
    expect(refusal(created)).toEqual([status, code]);
    const bot = sandbox.bots.find((one) => one.platform === 'teams');
    const listed = bot?.channels.find((one) => one.name === name);
    expect(listed?.answers).toBe(code || 'ok');
  });

  it('are told with the team', async () => {
    const { ask, call, id } = await teamsBot();
    const team = `/teams/${encodeURIComponent(id('General'))}`;
    expect(await ask('GET', team)).toEqual({
      id: id('General'),
      name: 'Operations',
      aadGroupId: expect.any(String),
      channelCount: 4,
      memberCount: 60,
    });
    const { conversations } = await ask('GET', `${team}/conversations`);
    expect(conversations).toEqual([
      { id: id('General'), name: null, type: 'standard' },
      { id: id('Ops alerts'), name: 'Ops alerts', type: 'standard' },
      { id: id('Platform'), name: 'Platform', type: 'standard' },
      { id: id('Announcements'), name: 'Announcements', type: 'standard' },
    ]);
    const platform = await call('GET', `/teams/${encodeURIComponent(id('Platform'))}`);
    expect(refusal(platform)).toEqual([404, 'ConversationNotFound']);
    const none = `19:${'9'.repeat(32)}@thread.tacv2`;
    expect(refusal(await call('POST', at(none), TEXT))).toEqual([404, 'ConversationNotFound']);
    expect(refusal(await call('POST', at('Platform'), TEXT))).toEqual([400, 'BadSyntax']);
  });
});

describe('the chat with one person', () => {
  it('is opened once, by either id, and written to', async () => {
    const { sandbox, call, chat, ask } = await teamsBot();
    const conversation = await chat('Priya Raman');
    expect(conversation).toMatch(/^a:1[\w-]{50,}$/);
    const members = [{ id: '29:1sandboxPerson410021' }];
    const again = await call('POST', '/conversations', {
      members,
      tenantId: TENANT,
      activity: TEXT,
    });
    expect([again.status, idIn(again)]).toEqual([201, conversation]);
    expect(await sandbox.messages()).toEqual([]);
    expect((await call('POST', at(conversation), TEXT)).status).toBe(201);
    expect(await sandbox.messages()).toMatchObject([{ channel: 'Priya Raman', replyTo: null }]);
    const path = `/conversations/${encodeURIComponent(conversation)}/members`;
    expect(await ask('GET', path)).toMatchObject([{ name: 'Priya Raman' }]);
    const veteran = await teamsBot('Veteran', sandbox);
    expect(refusal(await veteran.call('POST', at(conversation), TEXT))).toEqual([
      404,
      'ConversationNotFound',
    ]);
    await sandbox.post('/inspect/reset');
    const later = await teamsBot('Alertwire', sandbox);
    expect(refusal(await later.call('POST', at(conversation), TEXT))).toEqual([
      404,
      'ConversationNotFound',
    ]);
  });

  it('is closed without the app, and when the person blocked the bot', async () => {
    const { call, chat, id } = await teamsBot();
    const asked = { members: [{ id: id('Mei Tanaka') }], tenantId: TENANT };
    expect(refusal(await call('POST', '/conversations', asked))).toEqual([
      403,
      'ForbiddenOperationException',
    ]);
    const reply = await call('POST', at(await chat('Sam Okafor')), TEXT);
    const { errorCode, message } = JSON.parse(reply.text);
    expect([reply.status, errorCode]).toEqual([403, 209]);
    expect(JSON.parse(message)).toEqual({
      subCode: 'MessageWritesBlocked',
      details: 'Thread is blocked from message writes.',
      errorCode: null,
      errorSubCode: null,
    });
  });

  it.each([
    ['BadSyntax', { members: [{ id: 'priya.raman@example.com' }] }],
    ['BadSyntax', { members: [{ id: '00000000-0000-4000-8000-000000000000' }] }],
    ['BadArgument', { members: [{ id: '29:1nobody' }] }],
    ['BadSyntax', { members: [] }],
    ['BadSyntax', { isGroup: true }],
    ['BadSyntax', { tenantId: '' }],
    ['BadSyntax', { tenantId: '00000000-0000-4000-8000-000000000000' }],
    ['BadArgument', { bot: { id: '28:another' } }],
    ['BadSyntax', { channelData: { channel: { id: 'Ops alerts' } } }],
  ])('is refused with %s for %j', async (code, told) => {
    const { call, id } = await teamsBot();
    const good = { members: [{ id: id('Priya Raman') }], tenantId: TENANT };
    const reply = await call('POST', '/conversations', { ...good, ...told });
    expect(refusal(reply)).toEqual([400, code]);
  });

  it('is not for two, and a thread not without a message', async () => {
    const { call, id } = await teamsBot();
    const members = [{ id: id('Priya Raman') }, { id: id('Jonas Weber') }];
    const two = await call('POST', '/conversations', { members, tenantId: TENANT });
    expect(refusal(two)).toEqual([400, 'BadSyntax']);
    const channelData = { channel: { id: id('Platform') } };
    expect(refusal(await call('POST', '/conversations', { channelData }))).toEqual([
      400,
      'BadSyntax',
    ]);
  });
});

describe('the members of a conversation', () => {
  const members = (id: string) => `/conversations/${encodeURIComponent(id)}/members`;

  it.each([
    'priya.raman@example.com',
    'Priya.Raman@example.com',
    '29:1sandboxPerson410021',
    '5a4d0b0e-0000-4000-8000-000000410021',
  ])('are found by %s', async (wanted) => {
    const { ask, id } = await teamsBot();
    const path = `${members(id('Ops alerts'))}/${encodeURIComponent(wanted)}`;
    expect(await ask('GET', path)).toEqual({
      id: '29:1sandboxPerson410021',
      name: 'Priya Raman',
      objectId: '5a4d0b0e-0000-4000-8000-000000410021',
      aadObjectId: '5a4d0b0e-0000-4000-8000-000000410021',
      givenName: 'Priya',
      surname: 'Raman',
      email: 'priya.raman@example.com',
      userPrincipalName: 'priya.raman@example.com',
      tenantId: TENANT,
      userRole: 'user',
    });
  });

  it('are not found where they are not', async () => {
    const { call, chat, id } = await teamsBot();
    const nobody = await call('GET', `${members(id('Ops alerts'))}/nobody@example.com`);
    expect(refusal(nobody)).toEqual([404, 'MemberNotFoundInConversation']);
    const other = `${members(await chat('Priya Raman'))}/jonas.weber@example.com`;
    expect(refusal(await call('GET', other))).toEqual([404, 'MemberNotFoundInConversation']);
    expect(refusal(await call('GET', members(id('Night shift'))))).toEqual(ROSTER);
    expect((await call('GET', members(id('Announcements')))).status).toBe(200);
  });

  it('come in pages of at least fifty', async () => {
    const { ask, call, id } = await teamsBot();
    const pages = `/conversations/${encodeURIComponent(id('Ops alerts'))}/pagedmembers`;
    const first = await ask('GET', `${pages}?pageSize=2`);
    expect(first.members).toHaveLength(50);
    const second = await ask('GET', `${pages}?continuationToken=${first.continuationToken}`);
    expect(second.members).toHaveLength(10);
    expect(second).not.toHaveProperty('continuationToken');
    expect((await ask('GET', pages)).members).toHaveLength(60);
    const wrong = await call('GET', `${pages}?continuationToken=xyz`);
    expect(refusal(wrong)).toEqual([400, 'BadArgument']);
  });
});

describe('what the connector does not have', () => {
  it('is answered without its own errors', async () => {
    const { call, id, sandbox } = await teamsBot();
    const unknown = await call('GET', '/meetings/1');
    expect([unknown.status, refusal(unknown)[1]]).toEqual([404, '']);
    expect((await call('PATCH', at(id('Ops alerts')))).status).toBe(405);
    const paths = (await sandbox.requests()).map(({ path }) => path).slice(-2);
    expect(paths).toEqual(['/teams/…', `/teams/v3${at(id('Ops alerts'))}`]);
  });
});
