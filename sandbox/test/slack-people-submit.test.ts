import { describe, expect, it } from '@jest/globals';
import { json, MEI, option, PRIYA, plain } from './slack-app';
import { dialogs, modal, opening } from './slack-modal';

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
