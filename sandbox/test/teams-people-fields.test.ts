import { describe, expect, it } from '@jest/globals';
import { teamsApp } from './teams-people-app';

const execute = { type: 'Action.Execute', title: 'Accept', verb: 'accept', data: { alert: 42 } };
const submit = { type: 'Action.Submit', id: 'ack', title: 'Accept', data: { alert: 42 } };

describe('fields beside a button', () => {
  const field = (id: string, more: object = {}) => ({ type: 'Input.Text', id, label: id, ...more });
  const inner = {
    type: 'AdaptiveCard',
    body: [field('note', { value: 'none' }), { type: 'Input.Toggle', id: 'loud', title: 'Loud' }],
    actions: [{ ...execute, title: 'Send' }],
  };
  const showCard = { type: 'Action.ShowCard', title: 'More', card: inner };
  const body = [field('why', { isRequired: true, errorMessage: 'Say why' })];

  it('send what was typed, together with the data and the cards around', async () => {
    const app = await teamsApp();
    const message = await app.card('Ops alerts', { actions: [showCard] }, body);
    const control = '/attachments/0/content/actions/0/card/actions/0';
    await app.press({ message, control, inputs: { why: 'Mine', note: 'ok' } });
    const [{ activity }] = app.heard;
    const data = { alert: 42, why: 'Mine', note: 'ok', loud: 'false' };
    expect(activity.value).toEqual({
      action: { ...execute, title: 'Send', data },
      trigger: 'manual',
    });
  });

  it('are of the button’s own card, and none where it wants none', async () => {
    const app = await teamsApp();
    const none = { ...submit, id: 'none', associatedInputs: 'None' };
    const message = await app.card('Ops alerts', { actions: [submit, none, showCard] }, body);
    await app.press({ message, control: 'ack', inputs: { why: 'Mine' } });
    await app.press({ message, control: 'none' });
    const values = app.heard.map(({ activity }) => activity.value);
    expect(values).toEqual([{ alert: 42, why: 'Mine' }, { alert: 42 }]);
  });

  it('have to be filled in where the card says so, and to exist', async () => {
    const app = await teamsApp();
    const message = await app.card('Ops alerts', { actions: [submit] }, body);
    const press = (inputs: Record<string, string>) =>
      app.press({ message, control: 'ack', inputs });
    expect(await press({})).toEqual({ ok: false, problem: 'Say why' });
    expect(await press({ why: 'x', note: 'x' })).toMatchObject({ code: 'unknown_input' });
    expect(app.heard).toEqual([]);
  });

  it('are shown by the client alone', async () => {
    const app = await teamsApp();
    const open = { type: 'Action.OpenUrl', title: 'Open', url: 'https://a.example' };
    const message = await app.card('Ops alerts', { actions: [open, showCard] }, body);
    expect(await app.press({ message, control: 'Open' })).toEqual({ ok: true });
    expect(await app.press({ message, control: 'More' })).toEqual({ ok: true });
    expect(app.heard).toEqual([]);
  });
});
