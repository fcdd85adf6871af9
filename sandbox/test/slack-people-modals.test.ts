import { describe, expect, it } from '@jest/globals';
import { LogLevel, WebClient } from '@slack/web-api';
import { actions, button, PRIYA, plain, slackApp } from './slack-app';
import { dialogs, modal, NOTE, opening } from './slack-modal';

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

it('users.info knows people and bots, and addresses only with their scope', async () => {
  const { bot } = await slackApp();
  const user = (id: string) => bot.call('users.info', { user: id });
  expect(await user(PRIYA)).toMatchObject({
    user: { id: PRIYA, profile: { email: 'priya.raman@example.com' } },
  });
  expect(await user('U0ALERTWIR')).toMatchObject({ user: { is_bot: true } });
  expect(await user('U0NOBODY')).toMatchObject({ error: 'user_not_found' });
});
