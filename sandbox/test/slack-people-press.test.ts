import { describe, expect, it } from '@jest/globals';
import { postJson } from './running';
import { actions, button, json, MEI, option, PRIYA, plain, slackApp } from './slack-app';

const MENU = { type: 'static_select', action_id: 'who', options: [option('a'), option('b')] };
const MORE = { type: 'overflow', action_id: 'more', options: [option('mute'), option('copy')] };

describe('a press of a button', () => {
  it('is told to the app, signed, in every detail', async () => {
    const app = await slackApp();
    const ts = await app.post({ text: 'Down', blocks: [actions(button('accept'))] });
    expect(await app.press(ts, 'accept')).toEqual({ ok: true });
    const { headers, body, path } = app.last();
    expect([path, headers['content-type']]).toEqual([
      '/interactivity',
      'application/x-www-form-urlencoded',
    ]);
    expect(body).toEqual({
      type: 'block_actions',
      team: { id: 'T0SANDBOX1', domain: 'sandbox' },
      enterprise: null,
      is_enterprise_install: false,
      user: { id: PRIYA, username: 'priya.raman', name: 'priya.raman', team_id: 'T0SANDBOX1' },
      api_app_id: 'A0ALERTWIR',
      token: expect.any(String),
      container: {
        type: 'message',
        message_ts: ts,
        channel_id: 'C0OPSALERT',
        is_ephemeral: false,
      },
      trigger_id: expect.stringMatching(/^\d+\.\d+\.[0-9a-f]{32}$/),
      channel: { id: 'C0OPSALERT', name: 'ops-alerts' },
      message: expect.objectContaining({ type: 'message', ts, text: 'Down', bot_id: 'B0ALERTWIR' }),
      state: { values: {} },
      response_url: expect.stringMatching(
        /^http:\/\/127\.0\.0\.1:\d+\/slack\/actions\/T0SANDBOX1\//,
      ),
      actions: [
        {
          type: 'button',
          action_id: 'accept',
          block_id: 'answers',
          text: plain('accept'),
          value: 'accept 7',
          action_ts: expect.stringMatching(/^\d{10}\.\d{6}$/),
        },
      ],
    });
  });

  it('is kept, without what works as a password', async () => {
    const app = await slackApp();
    const ts = await app.post({ text: 'Down', blocks: [actions(button('accept'))] });
    await app.press(ts, 'accept');
    const { body: told } = app.last();
    const [callback] = await app.callbacks();
    expect(callback).toMatchObject({
      platform: 'slack',
      kind: 'block_actions',
      by: PRIYA,
      status: 200,
      reason: null,
    });
    for (const secret of [told.trigger_id, told.token, told.response_url.split('/').at(-1)]) {
      expect(callback?.body).not.toContain(secret);
    }
  });

  it('of a webhook’s message is told too, and where in its attachments it was', async () => {
    const app = await slackApp();
    const blocks = [{ type: 'divider' }, { type: 'actions', elements: [button('accept')] }];
    const message = { text: 'Down', attachments: [{ color: '#d92d20', blocks }] };
    await postJson(app.sandbox.hook('#ops-alerts'), message);
    const [posted] = await app.sandbox.messages();
    expect(await app.press(String(posted?.id), 'accept')).toEqual({ ok: true });
    const { body } = app.last();
    expect(body.container).toEqual({
      type: 'message_attachment',
      message_ts: body.message.ts,
      attachment_id: 1,
      channel_id: 'C0OPSALERT',
      is_ephemeral: false,
      is_app_unfurl: false,
    });
    expect(body.message).toMatchObject({ subtype: 'bot_message', text: 'Down' });
    expect(body.message.attachments[0].blocks[1].block_id).toBe(body.actions[0].block_id);
  });

  it('may open a link, and is told all the same', async () => {
    const app = await slackApp();
    const link = button('open', { url: 'https://a.example/x' });
    const ts = await app.post({ text: 'Down', blocks: [actions(link)] });
    expect(await app.press(ts, 'answers/open')).toEqual({ ok: true });
    expect(app.last().body.actions[0].url).toBe('https://a.example/x');
  });

  it('of a message for one person shows no message', async () => {
    const app = await slackApp();
    const args = { channel: app.bot.channel('#ops-alerts'), user: PRIYA, text: 'For you' };
    const told = await app.bot.call('chat.postEphemeral', {
      ...args,
      blocks: [actions(button('accept'))],
    });
    const ts = String(told.message_ts);
    expect(await app.press(ts, 'accept')).toEqual({ ok: true });
    const { container, message } = app.last().body;
    expect([container.is_ephemeral, message]).toEqual([true, undefined]);
    const foreign = await app.press(ts, 'accept', { by: MEI });
    expect(foreign).toEqual({ ok: false, problem: 'Only @priya.raman sees this message.' });
  });
});

describe('a pick from a menu', () => {
  it('tells the option, and what every menu holds', async () => {
    const app = await slackApp();
    const ts = await app.post({ text: 'Down', blocks: [actions(MENU, MORE)] });
    expect(await app.press(ts, 'who', { value: 'b' })).toEqual({ ok: true });
    const { body } = app.last();
    expect(body.actions).toEqual([
      {
        type: 'static_select',
        action_id: 'who',
        block_id: 'answers',
        selected_option: option('b'),
        action_ts: expect.any(String),
      },
    ]);
    expect(body.state.values).toEqual({
      answers: { who: { type: 'static_select', selected_option: option('b') } },
    });
    await app.press(ts, 'more', { value: 'mute', inputs: { who: 'a' } });
    expect(app.last().body.actions[0]).toMatchObject({
      type: 'overflow',
      selected_option: option('mute'),
    });
    expect(app.last().body.state.values.answers.who.selected_option).toEqual(option('a'));
  });

  it('knows people too', async () => {
    const app = await slackApp();
    const ts = await app.post({
      text: 'Down',
      blocks: [actions({ type: 'users_select', action_id: 'to' })],
    });
    await app.press(ts, 'to', { value: MEI });
    expect(app.last().body.actions[0]).toMatchObject({ selected_user: MEI });
    expect(await app.press(ts, 'to', { value: 'U0NOBODY' })).toMatchObject({ ok: false });
  });
});

describe('a press is refused', () => {
  it.each([
    ['a person who is not in the channel', { channel: '#platform', by: MEI }, /not in #platform/],
    ['somebody nobody knows', { by: 'U0NOBODY' }, /Nobody/],
    ['somebody who has left', { by: 'U0SAMLEFT1' }, /Nobody/],
    ['a channel that is not there', { channel: '#nowhere' }, /no #nowhere/],
    ['a message that is not there', { message: '1700000000.000001' }, /not there any more/],
    ['a button that is not there', { control: 'explode' }, /no button or menu "explode"/],
    ['an option that is not there', { control: 'who', value: 'z' }, /no option "z"/],
    ['nothing picked from a menu', { control: 'who' }, /no option/],
  ])('of %s', async (_who, change, words) => {
    const app = await slackApp();
    const ts = await app.post({ text: 'Down', blocks: [actions(button('accept'), MENU)] });
    const reaction = await app.press(ts, 'accept', change);
    expect(reaction).toEqual({ ok: false, problem: expect.stringMatching(words) });
    expect(app.heard).toEqual([]);
  });

  it('once the message is deleted', async () => {
    const app = await slackApp();
    const ts = await app.post({ text: 'Down', blocks: [actions(button('accept'))] });
    await app.bot.call('chat.delete', { channel: app.bot.channel('#ops-alerts'), ts });
    expect(await app.press(ts, 'accept')).toMatchObject({ ok: false });
  });
});

describe('an app that does not answer as it should', () => {
  const pressed = async (app: Awaited<ReturnType<typeof slackApp>>) =>
    app.press(await app.post({ text: 'Down', blocks: [actions(button('accept'))] }), 'accept');

  it('is told of: another status, a body, an address where nothing listens, none', async () => {
    const app = await slackApp();
    app.answers(() => ({ status: 500 }));
    expect((await pressed(app)).problem).toBe('This app responded with Status Code 500.');
    app.answers(() => ({ status: 204 }));
    expect((await pressed(app)).problem).toBe('This app responded with Status Code 204.');
    app.answers(() => json({ text: 'Taken' }));
    expect((await pressed(app)).problem).toMatch(/has none/);
    const door = (interactivity: string) =>
      app.sandbox.post('/inspect/chats/slack/doors', { interactivity });
    await door('http://127.0.0.1:1/');
    expect((await pressed(app)).problem).toBe('dispatch_failed');
    await door('');
    expect((await pressed(app)).problem).toMatch(/not configured to handle interactive responses/);
  });

  it('is waited for three seconds', async () => {
    const app = await slackApp();
    app.answers(() => new Promise(() => {}));
    expect((await pressed(app)).problem).toMatch(/^Operation timed out/);
    expect(await app.callbacks()).toMatchObject([
      { status: null, reason: expect.stringMatching(/within 3 seconds/) },
    ]);
  });
});
