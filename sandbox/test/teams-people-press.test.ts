import { describe, expect, it } from '@jest/globals';
import { at, TENANT, TEXT, teamsBot } from './teams-api-bot';
import { cardOf, messageOf } from './teams-messages';
import { cardMessage, JONAS, PRIYA, teamsApp, UNREACHED, WRONG } from './teams-people-app';

const execute = { type: 'Action.Execute', title: 'Accept', verb: 'accept', data: { alert: 42 } };
const submit = { type: 'Action.Submit', id: 'ack', title: 'Accept', data: { alert: 42 } };
const actions = [execute];
const card = { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: 'Mine' }] };
const CARD = 'application/vnd.microsoft.card.adaptive';
const shown = { statusCode: 200, type: CARD, value: card };

describe('Action.Execute', () => {
  it('is an invoke that tells who, where and what', async () => {
    const app = await teamsApp({ now: () => 1_772_331_120_000 });
    app.answer(() => shown);
    const message = await app.card('Ops alerts', { actions });
    expect(await app.press({ message, control: 'accept' })).toEqual({ ok: true });
    const [{ activity, headers }] = app.heard;
    const channel = app.id('Ops alerts');
    expect(activity).toMatchObject({
      type: 'invoke',
      name: 'adaptiveCard/action',
      id: expect.stringMatching(/^f:/),
      timestamp: '2026-03-01T02:12:00.000Z',
      channelId: 'msteams',
      serviceUrl: `${app.sandbox.url}/teams/`,
      from: { id: PRIYA, name: 'Priya Raman', aadObjectId: app.id('Priya Raman') },
      conversation: {
        id: `${channel};messageid=${message}`,
        tenantId: TENANT,
        conversationType: 'channel',
        isGroup: true,
      },
      recipient: { id: expect.stringMatching(/^28:/), name: 'Alertwire' },
      channelData: {
        channel: { id: channel },
        team: { id: app.id('General') },
        tenant: { id: TENANT },
      },
      replyToId: message,
      value: { action: execute, trigger: 'manual' },
    });
    expect(activity).not.toHaveProperty('text');
    expect(headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'x-ms-conversation-id': `${channel};messageid=${message}`,
      'x-ms-tenant-id': TENANT,
    });
    expect(await app.callbacks()).toMatchObject([{ kind: 'invoke', by: PRIYA, status: 200 }]);
  });

  it('gives the card of the answer to the one who pressed, until everybody gets one', async () => {
    const app = await teamsApp();
    app.answer(() => shown);
    const message = await app.card('Ops alerts', { actions });
    await app.press({ message, control: 'Accept' });
    const [posted] = await app.sandbox.messages();
    expect(posted).toMatchObject({ text: 'Down\nAccept', history: [{ event: 'posted' }] });
    expect(posted?.views).toMatchObject({ 'Priya Raman': { attachments: [{ content: card }] } });
    const again = await app.press({ message, control: 'Accept' });
    expect(again).toMatchObject({ code: 'unknown_control' });
    expect(await app.press({ message, control: 'Accept', by: JONAS })).toEqual({ ok: true });
    await app.call('PUT', at(app.id('Ops alerts'), message), TEXT);
    expect((await app.sandbox.messages())[0]).not.toHaveProperty('views');
  });

  it('may change the message before it answers', async () => {
    const app = await teamsApp();
    const message = await app.card('Ops alerts', { actions });
    app.answer(async () => {
      await app.call('PUT', at(app.id('Ops alerts'), message), messageOf(cardOf()));
      return shown;
    });
    expect(await app.press({ message, control: 'Accept' })).toEqual({ ok: true });
    expect(await app.sandbox.messages()).toMatchObject([
      { text: 'Hi', views: { 'Priya Raman': { attachments: [{ content: card }] } } },
    ]);
  });

  it('shows the words of the answer to the one who pressed', async () => {
    const app = await teamsApp();
    const message = await app.card('Ops alerts', { actions });
    app.answer(() => ({ type: 'application/vnd.microsoft.activity.message', value: 'Too late' }));
    expect(await app.press({ message, control: 'Accept' })).toEqual({
      ok: true,
      notice: 'Too late',
    });
    const type = 'application/vnd.microsoft.activity.loginRequest';
    app.answer(() => ({ statusCode: 401, type, value: { text: 'Please sign in' } }));
    const asked = await app.press({ message, control: 'Accept' });
    expect(asked).toEqual({ ok: false, notice: 'Please sign in' });
  });

  const error = 'application/vnd.microsoft.error';
  it.each([
    ['an error of the bot', { statusCode: 500, type: error, value: { code: '500', message: 'x' } }],
    [
      'a request it refuses',
      { statusCode: 400, type: error, value: { code: '400', message: 'x' } },
    ],
    ['a precondition', { statusCode: 412, type: `${error}.preconditionFailed`, value: {} }],
    ['a wrong code', { statusCode: 401, type: `${error}.incorrectAuthCode` }],
    ['a card Teams cannot draw', { ...shown, value: { ...card, version: '1.6' } }],
    ['a card of another type', { ...shown, type: 'application/json' }],
    ['words that are none', { type: 'application/vnd.microsoft.activity.message', value: {} }],
    ['a card that is none of its status', { ...shown, statusCode: 400 }],
    ['an empty answer', 200],
    ['202 and a card', [202, shown]],
    ['401', 401],
    ['501', 501],
    ['a broken connection', 'broken'],
  ])('went wrong with %s', async (_, answer) => {
    const app = await teamsApp();
    app.answer(() => answer as object);
    const message = await app.card('Ops alerts', { actions });
    expect(await app.press({ message, control: 'Accept' })).toEqual(WRONG);
    expect((await app.sandbox.messages())[0]).not.toHaveProperty('views');
  });

  it('is waited for five seconds', async () => {
    const app = await teamsApp();
    app.answer(() => 'silent');
    const message = await app.card('Ops alerts', { actions });
    expect(await app.press({ message, control: 'Accept' })).toEqual(WRONG);
    expect((await app.callbacks())[0]?.reason).toBe('The target gave no answer within 5 seconds.');
  });

  it('is not drawn in a card before 1.5; what stands in for it is', async () => {
    const app = await teamsApp();
    const old = await app.card('Ops alerts', { actions, version: '1.4' });
    const refused = await app.press({ message: old, control: 'Accept' });
    expect(refused).toMatchObject({ code: 'unknown_control' });
    const both = [{ ...execute, fallback: submit }];
    const message = await app.card('Ops alerts', { actions: both, version: '1.4' });
    expect(await app.press({ message, control: 'Accept' })).toEqual({ ok: true });
    expect(app.heard[0]?.activity).toMatchObject({ type: 'message', value: { alert: 42 } });
  });
});

describe('Action.Submit', () => {
  it('is a message without words that answers the card', async () => {
    const app = await teamsApp();
    const message = await app.card('Ops alerts', { actions: [submit] });
    expect(await app.press({ message, control: 'ack' })).toEqual({ ok: true });
    const [{ activity }] = app.heard;
    expect(activity).toMatchObject({ type: 'message', value: { alert: 42 }, replyToId: message });
    expect(activity).not.toHaveProperty('text');
    expect(await app.sandbox.messages()).toHaveLength(1);
  });

  it('cannot reach an app that does not take it, and none where none is', async () => {
    const app = await teamsApp();
    app.answer(() => 502);
    const message = await app.card('Ops alerts', {
      actions: [submit, { ...execute, title: 'Go' }],
    });
    expect(await app.press({ message, control: 'ack' })).toEqual(UNREACHED);
    await app.control('doors', { bot: '' });
    expect(await app.press({ message, control: 'ack' })).toEqual(UNREACHED);
    expect(await app.press({ message, control: 'Go' })).toEqual(WRONG);
    expect((await app.callbacks()).at(-1)).toMatchObject({
      status: null,
      reason: 'No address is set for the door bot.',
    });
  });

  it('of another bot reaches nobody here', async () => {
    const app = await teamsApp();
    const veteran = await teamsBot('Veteran', app.sandbox);
    await veteran.post('Ops alerts', cardMessage({ actions: [submit] }, card.body));
    const [{ ref }] = await app.sandbox.messages();
    expect(await app.press({ message: ref ?? '', control: 'ack' })).toEqual(UNREACHED);
    expect(app.heard).toEqual([]);
  });
});

describe('a button', () => {
  it('has to be there, for somebody who is there', async () => {
    const app = await teamsApp();
    const message = await app.card('Ops alerts', { actions });
    const code = async (pressed: object) =>
      (await app.press({ message, control: 'Accept', ...pressed })).code;
    expect(await code({ control: 'Dance' })).toBe('unknown_control');
    expect(await code({ message: '1' })).toBe('unknown_message');
    expect(await code({ channel: 'Platform' })).toBe('unknown_message');
    expect(await code({ by: '29:1nobody' })).toBe('unknown_person');
    await app.call('DELETE', at(app.id('Ops alerts'), message));
    expect(await code({})).toBe('unknown_message');
  });

  it('of a private message is for its reader', async () => {
    const app = await teamsApp();
    app.answer(() => shown);
    const recipient = { id: app.id('Priya Raman'), isTargeted: true };
    const activity = { ...cardMessage({ actions }, card.body), recipient };
    await app.call('POST', `${at(app.id('Ops alerts'))}?isTargetedActivity=true`, activity);
    const [{ ref }] = await app.sandbox.messages();
    const pressed = { message: ref ?? '', control: 'Accept' };
    expect(await app.press({ ...pressed, by: JONAS })).toMatchObject({ code: 'wrong_person' });
    expect(await app.press(pressed)).toEqual({ ok: true });
  });

  it('in a chat of two is that person’s', async () => {
    const app = await teamsApp();
    app.answer(() => shown);
    const chat = await app.chat('Priya Raman');
    await app.call('POST', at(chat), cardMessage({ actions }, card.body));
    const [{ ref }] = await app.sandbox.messages();
    const pressed = { channel: 'Priya Raman', message: ref ?? '', control: 'Accept' };
    expect(await app.press({ ...pressed, by: JONAS })).toMatchObject({ code: 'wrong_person' });
    expect(await app.press(pressed)).toEqual({ ok: true });
    expect(app.heard[0]?.activity).toMatchObject({
      conversation: { id: chat, conversationType: 'personal', tenantId: TENANT },
      channelData: { tenant: { id: TENANT } },
    });
  });

  it('of a flow is between a person and the client', async () => {
    const app = await teamsApp();
    const open = { type: 'Action.OpenUrl', title: 'Open', url: 'https://a.example' };
    const hook = app.sandbox.hook('Ops alerts', 'teams');
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify(cardMessage({ actions: [open] }, card.body));
    await fetch(hook, { method: 'POST', headers, body });
    const [{ id }] = await app.sandbox.messages();
    expect(await app.press({ message: id, control: 'Open' })).toEqual({ ok: true });
  });
});
