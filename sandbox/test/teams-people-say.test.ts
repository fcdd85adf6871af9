import { describe, expect, it } from '@jest/globals';
import { at, TENANT, TEXT } from './teams-api-bot';
import { JONAS, PRIYA, teamsApp } from './teams-people-app';

const BOT = '28:5a4d0b0e-b071-4000-8000-00007e4a4700';

describe('a line somebody types in a channel', () => {
  it('reaches the bot that is mentioned', async () => {
    const app = await teamsApp();
    expect(await app.say('Ops alerts', '@alertwire ack 42')).toEqual({ ok: true });
    const [message] = await app.sandbox.messages();
    const channel = app.id('Ops alerts');
    expect(message).toMatchObject({
      text: '<at>Alertwire</at> ack 42',
      payload: { from: { id: PRIYA, name: 'Priya Raman' } },
      ref: expect.stringMatching(/^\d{13}$/),
    });
    expect(app.heard[0]?.activity).toMatchObject({
      type: 'message',
      id: message?.ref,
      text: '<at>Alertwire</at> ack 42',
      textFormat: 'plain',
      from: { id: PRIYA, name: 'Priya Raman', aadObjectId: app.id('Priya Raman') },
      recipient: { id: BOT, name: 'Alertwire' },
      conversation: {
        id: `${channel};messageid=${message?.ref}`,
        tenantId: TENANT,
        conversationType: 'channel',
        isGroup: true,
      },
      channelData: {
        team: { id: app.id('General') },
        channel: { id: channel },
        tenant: { id: TENANT },
      },
      attachments: [{ contentType: 'text/html', content: expect.stringContaining('&nbsp;ack 42') }],
    });
    expect(app.heard[0]?.activity.entities).toContainEqual({
      type: 'mention',
      text: '<at>Alertwire</at>',
      mentioned: { id: BOT, name: 'Alertwire' },
    });
  });

  it('can be answered in its thread', async () => {
    const app = await teamsApp();
    await app.say('Ops alerts', '@Alertwire ack 42');
    const id = String(app.heard[0]?.activity.id);
    const thread = `${app.id('Ops alerts')};messageid=${id}`;
    expect((await app.call('POST', at(thread), TEXT)).status).toBe(201);
    expect((await app.call('POST', at(thread, id), TEXT)).status).toBe(201);
    expect((await app.call('PUT', at(thread, id), TEXT)).status).toBe(404);
    expect(await app.sandbox.messages()).toMatchObject([
      { ref: id },
      { replyTo: id },
      { replyTo: id },
    ]);
  });

  it.each([
    ['has no mention', 'Ops alerts', 'ack 42'],
    ['mentions somebody else', 'Ops alerts', '@Alertwires ack, a@Alertwire.example'],
    ['is said where the app is not', 'Night shift', '@Alertwire ack 42'],
  ])('is seen by people only where it %s', async (_, channel, text) => {
    const app = await teamsApp();
    expect(await app.say(channel, text)).toEqual({ ok: true });
    expect(await app.sandbox.messages()).toMatchObject([{ channel, text }]);
    expect(await app.callbacks()).toEqual([]);
  });

  it('is written down as HTML wants it', async () => {
    const app = await teamsApp();
    await app.say('Announcements', '@Alertwire is 1 < 2 & "so"?');
    expect(app.heard[0]?.activity.text).toBe('<at>Alertwire</at> is 1 &lt; 2 &amp; "so"?');
  });

  it('fails in silence where the bot does not take it', async () => {
    const app = await teamsApp();
    app.answer(() => 500);
    expect(await app.say('Ops alerts', '@Alertwire ack 42')).toEqual({ ok: false });
    expect(await app.sandbox.messages()).toHaveLength(1);
  });

  it.each([
    ['Launch 2019', '@Alertwire hi', PRIYA, 'gone'],
    ['Nowhere', '@Alertwire hi', PRIYA, 'unknown_channel'],
    ['Ops alerts', '  ', PRIYA, 'no_text'],
    ['Ops alerts', 'hi', 'U123', 'unknown_person'],
    ['Priya Raman', 'hi', JONAS, 'wrong_person'],
    ['Mei Tanaka', 'hi', '29:1sandboxPerson410057', 'unknown_channel'],
  ])('cannot be said in %s: %j', async (channel, text, by, code) => {
    const app = await teamsApp();
    expect(await app.say(channel, text, by)).toMatchObject({ code });
    expect(await app.sandbox.messages()).toEqual([]);
  });
});

describe('a line somebody types to the bot alone', () => {
  it('needs no mention', async () => {
    const app = await teamsApp();
    expect(await app.say('Jonas Weber', 'ack 42', JONAS)).toEqual({ ok: true });
    const { activity } = app.heard[0] ?? {};
    expect(activity).toMatchObject({
      text: 'ack 42',
      conversation: { conversationType: 'personal', id: await app.chat('Jonas Weber') },
      channelData: { tenant: { id: TENANT } },
    });
  });

  it('does not reach a bot that is blocked', async () => {
    const app = await teamsApp();
    await app.say('Sam Okafor', 'hi', '29:1sandboxPerson410063');
    expect(app.heard).toEqual([]);
  });
});
