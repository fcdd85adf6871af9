import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { botCalled } from './teams-api-bot';
import { cardOf, messageOf } from './teams-messages';
import { teamsApp } from './teams-people-app';

const SORRY = 'Sorry, there was a problem encountered with your request';
const answer = { type: 'message', text: 'Taken by **Priya**' };

describe('an outgoing webhook', () => {
  it('is asked with an HMAC of the body, and its answer stands in the thread', async () => {
    const app = await teamsApp();
    app.answer(() => answer);
    expect(await app.say('Platform', '@Outgoing ack 42 – now')).toEqual({ ok: true });
    const [{ raw, headers, activity }] = app.heard;
    const { outgoingToken = '' } = botCalled(app.sandbox, 'Alertwire').inbound ?? {};
    const key = Buffer.from(outgoingToken, 'base64');
    const hmac = createHmac('sha256', key).update(Buffer.from(raw, 'utf8')).digest('base64');
    expect(headers.authorization).toBe(`HMAC ${hmac}`);
    expect(activity).toMatchObject({
      type: 'message',
      text: '<at>Outgoing</at> ack 42 – now',
      recipient: null,
      from: { name: 'Priya Raman' },
    });
    const [said, replied] = await app.sandbox.messages();
    expect(replied).toMatchObject({
      channel: 'Platform',
      replyTo: said?.ref,
      text: answer.text,
      payload: { from: { name: 'Outgoing' } },
    });
    expect(await app.callbacks()).toMatchObject([{ kind: 'outgoing webhook', status: 200 }]);
  });

  it('may answer with a card that opens a page', async () => {
    const app = await teamsApp();
    const actions = [{ type: 'Action.OpenUrl', title: 'Open', url: 'https://a.example' }];
    app.answer(() => messageOf(cardOf({ actions })));
    await app.say('General', '@Outgoing list');
    expect((await app.sandbox.messages())[1]).toMatchObject({ text: 'Hi\nOpen' });
  });

  const submit = [{ type: 'Action.Submit', title: 'Accept', data: {} }];
  it.each([
    ['an error', 500],
    ['nothing', 200],
    ['an empty message', {}],
    ['a button that needs a bot', messageOf(cardOf({ actions: submit }))],
    ['a broken connection', 'broken'],
  ])('is excused after %s', async (_, given) => {
    const app = await teamsApp();
    app.answer(() => given as object);
    expect(await app.say('Platform', '@Outgoing list')).toEqual({ ok: false });
    expect((await app.sandbox.messages())[1]).toMatchObject({ text: SORRY });
  });

  it('is called beside the bot, and not in chats and private channels', async () => {
    const app = await teamsApp();
    app.answer(() => answer);
    await app.say('Platform', '@Outgoing @Alertwire hi');
    expect((await app.callbacks()).map(({ kind }) => kind).sort()).toEqual([
      'message',
      'outgoing webhook',
    ]);
    await app.say('Night shift', '@Outgoing hi');
    await app.say('Priya Raman', '@Outgoing hi');
    const kinds = (await app.callbacks()).map(({ kind }) => kind);
    expect(kinds.slice(2)).toEqual(['message']);
  });
});
