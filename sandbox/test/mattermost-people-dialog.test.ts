import { describe, expect, it } from '@jest/globals';
import type { Reaction } from '../people/people';
import { ADA, type AppAnswer, BOB, ELEMENT, pressed } from './mattermost-people';

describe('a dialog that is sent', () => {
  it('reaches its address, with its state', async () => {
    const { app, submit, dialog, channel, callbacks } = await pressed({
      callback_id: 'escalate',
      state: 's1gned',
      elements: [ELEMENT, { ...ELEMENT, name: 'sure', type: 'bool' }],
    });
    expect(await submit({ dialog, values: { note: 'é', sure: 'true' } })).toEqual({ ok: true });
    const asked = app.asked.at(-1);
    expect(asked?.path).toBe('/dialog?secret=s3cret');
    expect(JSON.parse(asked?.body ?? '')).toEqual({
      type: 'dialog_submission',
      callback_id: 'escalate',
      state: 's1gned',
      user_id: ADA,
      channel_id: channel('ops-alerts'),
      team_id: 'sandbox1team1sandbox1team1',
      submission: { note: 'é', sure: true },
      cancelled: false,
    });
    const callback = (await callbacks()).at(-1);
    expect(callback).toMatchObject({ kind: 'dialog_submission', by: ADA });
    expect(JSON.stringify(callback)).not.toMatch(/s1gned|s3cret/);
    await expect(submit({ dialog })).rejects.toThrow('unknown_dialog');
  });

  it('is asked for again where something is wrong', async () => {
    const { app, submit, dialog } = await pressed();
    app.answers({ body: { error: 'Not now.', errors: { note: 'Too short.' } } });
    const again: Reaction = await submit({ dialog, values: { note: 'x' } });
    expect(again).toMatchObject({
      ok: false,
      dialog: { id: dialog, errors: { note: 'Too short.', '': 'Not now.' } },
    });
    app.answers({ body: {} });
    expect(await submit({ dialog, values: { note: 'xyz' } })).toEqual({ ok: true });
  });

  it('may be followed by another', async () => {
    const { app, submit, dialog } = await pressed();
    const form = { title: 'And who?', elements: [], state: 'second' };
    app.answers({ body: { type: 'form', form } });
    const { dialog: second } = await submit({ dialog });
    expect(second).toMatchObject({ title: 'And who?', fields: [] });
    app.answers({ body: { type: 'ok' } });
    expect(await submit({ dialog: second?.id })).toEqual({ ok: true });
    expect(JSON.parse(app.asked.at(-1)?.body ?? '')).toMatchObject({ state: 'second' });
  });

  it.each([
    [{}, { required: '' }, 'This field is required.'],
    [{ min_length: 3, max_length: 9 }, { required: 'xy' }, 'Minimum input length is 3.'],
    [{ subtype: 'email' }, { required: 'x' }, 'Must be a valid email address.'],
    [{ subtype: 'number' }, { required: 'x' }, 'Must be a number.'],
    [{ subtype: 'url' }, { required: 'x' }, 'URL must include http:// or https://.'],
    [
      { type: 'radio', options: [{ text: 'a', value: 'a' }] },
      { required: 'b' },
      'Must be a valid option.',
    ],
  ])('is looked at by the client first: %j', async (element, values, words) => {
    const required = { ...ELEMENT, name: 'required', optional: false, ...element };
    const { app, submit, dialog } = await pressed({ elements: [required] });
    expect(await submit({ dialog, values })).toMatchObject({
      ok: false,
      dialog: { errors: { required: words } },
    });
    expect(app.asked).toHaveLength(1);
  });

  it.each<[string, AppAnswer, string]>([
    ['another status', { status: 500 }, 'Action integration error.'],
    ['none', { hangUp: true }, 'Action integration error.'],
    [
      'no JSON',
      { body: 'ok' },
      'Encountered an error decoding JSON response from interactive dialog submission.',
    ],
    [
      'an unknown type',
      { body: { type: 'later' } },
      'Encountered an invalid response from interactive dialog submission.',
    ],
    [
      'a form that is none',
      { body: { type: 'form' } },
      'Encountered an invalid response from interactive dialog submission.',
    ],
  ])('fails with the answer: %s', async (_, answer, problem) => {
    const { app, submit, dialog } = await pressed();
    app.answers(answer);
    expect(await submit({ dialog })).toEqual({ ok: false, problem });
  });

  it('is one person’s own', async () => {
    const { submit, dialog } = await pressed();
    await expect(submit({ dialog, by: BOB })).rejects.toThrow('unknown_dialog');
  });
});

describe('a dialog that is closed', () => {
  it.each([
    [true, 1],
    [false, 0],
  ])('is told where the app wants to know: %s', async (notify_on_cancel, told) => {
    const { app, submit, dialog } = await pressed({ notify_on_cancel, state: 's' });
    expect(await submit({ dialog, cancelled: true })).toEqual({ ok: true });
    expect(app.asked).toHaveLength(1 + told);
    if (told > 0) {
      const body = JSON.parse(app.asked.at(-1)?.body ?? '');
      expect(body).toMatchObject({ cancelled: true, submission: {}, state: 's' });
    }
    await expect(submit({ dialog })).rejects.toThrow('unknown_dialog');
  });
});
