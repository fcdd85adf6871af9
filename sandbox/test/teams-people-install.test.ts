import { describe, expect, it } from '@jest/globals';
import { at, refusal, TENANT, TEXT } from './teams-api-bot';
import { type App, PRIYA, teamsApp } from './teams-people-app';

const BOT = { id: '28:5a4d0b0e-b071-4000-8000-00007e4a4700' };

const eventsOf = ({ heard }: App) => heard.map(({ activity }) => activity);

describe('adding the app', () => {
  it('to the team tells it where', async () => {
    const app = await teamsApp();
    const reply = await app.control('install', { channel: 'Platform' });
    expect(JSON.parse(reply.text)).toEqual({ ok: true });
    const conversation = { id: app.id('Platform'), tenantId: TENANT, conversationType: 'channel' };
    const settings = { selectedChannel: { id: app.id('Platform') } };
    const team = { id: app.id('General'), name: 'Operations', aadGroupId: expect.any(String) };
    expect(eventsOf(app)).toMatchObject([
      {
        type: 'conversationUpdate',
        conversation,
        membersAdded: [BOT],
        channelData: { settings, team, eventType: 'teamMemberAdded', tenant: { id: TENANT } },
      },
      {
        type: 'installationUpdate',
        action: 'add',
        conversation,
        channelData: { settings, team, tenant: { id: TENANT } },
      },
    ]);
    expect(app.heard.every(({ headers }) => headers.authorization?.startsWith('Bearer '))).toBe(
      true,
    );
  });

  it('to a private channel opens it', async () => {
    const app = await teamsApp();
    expect((await app.post('Night shift')).status).toBe(403);
    await app.control('install', { channel: 'Night shift' });
    expect((await app.post('Night shift')).status).toBe(201);
    await app.say('Night shift', '@Alertwire hi');
    expect(app.heard.at(-1)?.activity.type).toBe('message');
  });

  it('to a person opens the chat', async () => {
    const app = await teamsApp();
    await app.control('install', { person: 'Mei Tanaka' });
    const id = await app.chat('Mei Tanaka');
    const mei = { id: '29:1sandboxPerson410057', aadObjectId: app.id('Mei Tanaka') };
    expect(eventsOf(app)).toMatchObject([
      { type: 'conversationUpdate', membersAdded: [BOT, mei], conversation: { id } },
      { type: 'installationUpdate', action: 'add', from: mei, conversation: { id } },
    ]);
    expect((await app.call('POST', at(id), TEXT)).status).toBe(201);
  });

  it('fails where the app does not take it, or where nothing is', async () => {
    const app = await teamsApp();
    app.answer(({ type }) => (type === 'conversationUpdate' ? 500 : 200));
    expect(JSON.parse((await app.control('install', {})).text)).toEqual({ ok: false });
    expect((await app.control('install', { channel: 'Launch 2019' })).status).toBe(404);
    expect((await app.control('install', { person: 'Nobody' })).status).toBe(404);
    expect((await app.control('install', { user: 'x' })).status).toBe(400);
  });
});

describe('removing the app', () => {
  it('from the team closes its channels, until a reset', async () => {
    const app = await teamsApp();
    await app.control('install', { channel: 'Ops alerts', remove: true });
    expect(eventsOf(app)).toMatchObject([
      { membersRemoved: [BOT], channelData: { eventType: 'teamMemberRemoved' } },
      { type: 'installationUpdate', action: 'remove' },
    ]);
    const closed = [403, 'BotNotInConversationRoster'];
    expect(refusal(await app.post('Platform'))).toEqual(closed);
    await app.say('Platform', '@Alertwire hi');
    expect(app.heard).toHaveLength(2);
    await app.control('install', {});
    expect((await app.post('Platform')).status).toBe(201);
    await app.control('install', { remove: true });
    await app.sandbox.post('/inspect/reset');
    await app.say('Platform', '@Alertwire hi');
    expect(app.heard.at(-1)?.activity.type).toBe('message');
  });

  it('from a person closes the chat', async () => {
    const app = await teamsApp();
    const id = await app.chat('Priya Raman');
    await app.control('install', { person: 'Priya Raman', remove: true });
    expect(eventsOf(app)).toMatchObject([{ type: 'installationUpdate', action: 'remove' }]);
    const closed = [403, 'ForbiddenOperationException'];
    expect(refusal(await app.call('POST', at(id), TEXT))).toEqual(closed);
    expect(await app.say('Priya Raman', 'hi', PRIYA)).toMatchObject({ code: 'unknown_channel' });
  });
});
