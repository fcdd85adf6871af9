import { describe, expect, it } from '@jest/globals';
import { LogLevel, WebClient } from '@slack/web-api';
import {
  actions,
  button,
  json,
  MEI,
  option,
  PRIYA,
  plain,
  type SlackApp,
  slackApp,
} from './slack-app';

const NOTE = {
  type: 'input',
  block_id: 'note',
  label: plain('Why'),
  element: { type: 'plain_text_input', action_id: 'text', multiline: true, max_length: 10 },
};
const TO = {
  type: 'input',
  block_id: 'to',
  optional: true,
  label: plain('To'),
  element: { type: 'static_select', action_id: 'pick', options: [option('a'), option('b')] },
};

const modal = (more: object = {}) => ({
  type: 'modal' as const,
  title: plain('Escalate'),
  submit: plain('Send'),
  private_metadata: 'alert 7',
  callback_id: 'escalate',
  blocks: [{ type: 'section', text: { type: 'mrkdwn', text: '*Checkout* is down' } }, NOTE, TO],
  ...more,
});

/** An app that opens this modal whenever its button is pressed. */
async function opening(view: object = modal()) {
  const app = await slackApp();
  let now = view;
  const answers: object[] = [];
  app.answers(async ({ body }) => {
    if (body.type === 'block_actions') {
      const { trigger_id } = body;
      answers.push(await app.bot.call('views.open', { trigger_id, view: now }));
    }
    return {};
  });
  const ts = await app.post({ text: 'Down', blocks: [actions(button('escalate'))] });
  const press = (next = now) => {
    now = next;
    return app.press(ts, 'escalate');
  };
  return { ...app, press, answered: () => answers.at(-1) as Record<string, unknown> };
}

const dialogs = async (app: Pick<SlackApp, 'sandbox'>) =>
  (await (await fetch(`${app.sandbox.url}/inspect/chats/slack/dialogs`)).json()) as {
    by: string;
    dialog: { id: string; title: string };
  }[];

describe('a modal', () => {
  it('is opened by Slack’s own client, and shown to who pressed', async () => {
    const app = await slackApp();
    const client = new WebClient(app.bot.credential.botToken, {
      slackApiUrl: `${app.bot.baseUrl}/`,
      logLevel: LogLevel.ERROR,
    });
    let opened: unknown;
    app.answers(async ({ body }) => {
      opened = await client.views.open({ trigger_id: body.trigger_id, view: modal() as never });
      return {};
    });
    const ts = await app.post({ text: 'Down', blocks: [actions(button('escalate'))] });
    const reaction = await app.press(ts, 'escalate');
    expect(opened).toMatchObject({
      ok: true,
      view: {
        type: 'modal',
        callback_id: 'escalate',
        private_metadata: 'alert 7',
        hash: expect.any(String),
      },
    });
    expect(reaction).toEqual({
      ok: true,
      dialog: {
        id: expect.stringMatching(/^V/),
        title: 'Escalate',
        text: '*Checkout* is down',
        submit: 'Send',
        fields: [
          { name: 'note', label: 'Why', kind: 'textarea' },
          {
            name: 'to',
            label: 'To',
            kind: 'select',
            optional: true,
            options: [
              { value: 'a', label: 'A' },
              { value: 'b', label: 'B' },
            ],
          },
        ],
      },
    });
  });

  it('may come after the answer, and of a command', async () => {
    const app = await slackApp();
    expect(await app.say('/alertwire new')).toEqual({ ok: true });
    const { trigger_id } = app.last().body;
    const call = (args: object) => app.bot.call('views.open', { trigger_id, ...args });
    expect(await call({ view: JSON.stringify(modal()) })).toMatchObject({ ok: true });
    expect(await dialogs(app)).toMatchObject([{ by: PRIYA, dialog: { title: 'Escalate' } }]);
    expect(await call({ view: modal() })).toMatchObject({ error: 'exchanged_trigger_id' });
    expect(await call({ view: modal(), trigger_id: 'nonsense' })).toMatchObject({
      error: 'invalid_trigger_id',
    });
  });

  it('needs a trigger that is not older than three seconds', async () => {
    let time = Date.parse('2026-03-01T02:12:00Z');
    const app = await slackApp({ now: () => time });
    await app.say('/alertwire new');
    const { trigger_id } = app.last().body;
    time += 3001;
    const late = await app.bot.call('views.open', { trigger_id, view: modal() });
    expect(late).toMatchObject({ ok: false, error: 'expired_trigger_id' });
  });

  it.each([
    ['a long title', { title: plain('x'.repeat(25)) }, '/view/title/text'],
    ['long metadata', { private_metadata: 'x'.repeat(3001) }, '/view/private_metadata'],
    ['a long callback_id', { callback_id: 'x'.repeat(256) }, '/view/callback_id'],
    ['inputs and no submit', { submit: undefined }, '/view'],
    ['another type', { type: 'dialog' }, '/view/type'],
    ['an unknown block', { blocks: [{ type: 'nonsense' }] }, '/view/blocks/0/type'],
    ['too many blocks', { blocks: Array(101).fill({ type: 'divider' }) }, '/view/blocks'],
    ['a block_id twice', { blocks: [NOTE, NOTE] }, ''],
  ])('is refused with %s', async (_what, change, pointer) => {
    const app = await opening(modal(change));
    expect(await app.press()).toEqual({ ok: true });
    expect(app.answered()).toMatchObject({ ok: false, error: 'invalid_arguments' });
    expect(JSON.stringify(app.answered())).toContain(pointer);
  });

  it('changes while it is open', async () => {
    const app = await opening();
    const { dialog } = await app.press();
    const { hash } = app.answered().view as { hash: string };
    const update = (args: object) => app.bot.call('views.update', { view_id: dialog?.id, ...args });
    const view = modal({ title: plain('Changed') });
    expect(await update({ view, hash: '1.x' })).toMatchObject({ error: 'hash_conflict' });
    expect(await update({ view, hash })).toMatchObject({ ok: true });
    expect(await dialogs(app)).toMatchObject([{ dialog: { id: dialog?.id, title: 'Changed' } }]);
    expect(await update({ view, view_id: 'V0' })).toMatchObject({ error: 'not_found' });
  });
});

describe('a modal that is sent', () => {
  it('tells what was typed and picked', async () => {
    const app = await opening();
    const id = String((await app.press()).dialog?.id);
    expect(await app.submit(id, { note: 'Slow', to: 'b' })).toEqual({ ok: true });
    expect(app.last().body).toMatchObject({
      type: 'view_submission',
      user: { id: PRIYA },
      response_urls: [],
      view: {
        id,
        callback_id: 'escalate',
        private_metadata: 'alert 7',
        state: {
          values: {
            note: { text: { type: 'plain_text_input', value: 'Slow' } },
            to: { pick: { type: 'static_select', selected_option: option('b') } },
          },
        },
      },
    });
    expect(await dialogs(app)).toEqual([]);
    expect((await app.submit(id, { note: 'Slow' })).problem).toMatch(/not open/);
  });

  it('is checked before the app hears of it', async () => {
    const app = await opening();
    const id = String((await app.press()).dialog?.id);
    const errors = async (values: object) => (await app.submit(id, values)).dialog?.errors;
    expect(await errors({})).toEqual({ note: 'Please complete this required field.' });
    expect(await errors({ note: 'x'.repeat(11), to: 'z' })).toEqual({
      note: 'At most 10 characters, please.',
      to: 'Please choose one of the options.',
    });
    expect(app.heard).toHaveLength(1);
    expect((await app.submit(id, { note: 'x' }, { by: MEI })).problem).toMatch(/not open/);
  });

  it('may be answered with errors, another view, one more, or the end', async () => {
    const app = await opening();
    const id = String((await app.press()).dialog?.id);
    const answered = (answer: object) => {
      app.answers(() => json(answer));
      return app.submit(id, { note: 'Slow' });
    };
    const errors = { note: 'Say more.' };
    const wrong = await answered({ response_action: 'errors', errors });
    expect(wrong).toMatchObject({ ok: true, dialog: { id, errors } });
    const view = modal({ title: plain('Sure?') });
    const updated = await answered({ response_action: 'update', view });
    expect(updated.dialog).toMatchObject({ id, title: 'Sure?' });
    const pushed = await answered({ response_action: 'push', view });
    expect(pushed.dialog).toMatchObject({ id: expect.not.stringMatching(id) });
    const [, top] = await dialogs(app);
    app.answers(() => ({}));
    const back = await app.submit(String(top?.dialog.id), { note: 'Yes' });
    expect(app.last().body.view).toMatchObject({ previous_view_id: id, root_view_id: id });
    expect(back.dialog).toMatchObject({ id });
    expect(await answered({ response_action: 'clear' })).toEqual({ ok: true });
    expect(await dialogs(app)).toEqual([]);
  });

  it.each([
    ['another status', { status: 500 }],
    ['a text', { body: 'ok' }],
    ['JSON that says nothing', json({ ok: true })],
    ['an action nobody knows', json({ response_action: 'explode' })],
    ['an error at no input', json({ response_action: 'errors', errors: { other: 'x' } })],
    ['no view', json({ response_action: 'update' })],
    ['a bad view', json({ response_action: 'push', view: { type: 'modal' } })],
  ])('stays open where the app answers with %s', async (_what, says) => {
    const app = await opening();
    const id = String((await app.press()).dialog?.id);
    app.answers(() => says);
    expect(await app.submit(id, { note: 'Slow' })).toEqual({
      ok: false,
      problem: 'We had some trouble connecting. Try again?',
    });
    expect(await dialogs(app)).toHaveLength(1);
  });

  it('is told as closed only where the app asked for it', async () => {
    const app = await opening();
    const first = String((await app.press()).dialog?.id);
    await app.submit(first, {}, { cancelled: true });
    expect(app.last().body.type).toBe('block_actions');
    const second = String((await app.press(modal({ notify_on_close: true }))).dialog?.id);
    expect(await app.submit(second, {}, { cancelled: true })).toEqual({ ok: true });
    expect(app.last().body).toMatchObject({ type: 'view_closed', is_cleared: false });
    expect(await dialogs(app)).toEqual([]);
  });
});

it('users.info knows people and bots, and addresses only with their scope', async () => {
  const { bot } = await slackApp();
  const user = (id: string) => bot.call('users.info', { user: id });
  expect(await user(PRIYA)).toMatchObject({
    user: { id: PRIYA, profile: { email: 'priya.raman@example.com' } },
  });
  expect(await user('U0ALERTWIR')).toMatchObject({ user: { is_bot: true } });
  expect(await user('U0NOBODY')).toMatchObject({ error: 'user_not_found' });
});
