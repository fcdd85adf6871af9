import { beforeEach, describe, expect, it } from '@jest/globals';
import { BOT_CHATS, type BotChat } from '../bots/bot-chats';
import { useSandbox } from '../support/sandbox';
import { useNodeRedHttp } from '../support/transports';
import { KEYS, useApp } from './app';

const OPS = 'ops-alerts';
const mattermost = BOT_CHATS.find(({ id }) => id === 'mattermost') as BotChat;

const sandbox = useSandbox();
const http = useNodeRedHttp();
const own = [{ name: 'Page the database team', confirm: 'Really wake *them*?' }];

interface Person {
  readonly id: string;
  readonly name: string;
}

describe('people in Mattermost and the bot', () => {
  let ada: Person;
  const app = useApp(mattermost, sandbox, http, () => {
    const { commandToken = '' } = sandbox.bot('mattermost', 'alertwire').inbound ?? {};
    return { credential: { commandToken }, url: app.url };
  });
  beforeEach(async () => {
    await app.act('doors', { command: app.url });
    const said = await fetch(`${sandbox.url}/inspect/chats/mattermost/people`);
    const [first] = (await said.json()) as Person[];
    ada = first;
  });
  const post = (keys = KEYS) => app.post(OPS, {}, keys, { address: app.url, own });
  const press = (message: string, control: string, value?: string) =>
    app.act('press', { channel: OPS, message, control, value, by: ada.id });
  const say = (text: string) => app.act('say', { channel: OPS, text, by: ada.id });

  it('a press is a command of this person, about this alert, in this channel', async () => {
    const { message, dropped } = await post();
    expect(dropped).toEqual([]);
    expect(await press(message, 'accept')).toEqual({ ok: true });
    expect(app.commands()).toMatchObject([
      {
        action: 'accept',
        alert: { platform: 'ilert', id: '4711' },
        user: { id: ada.id },
        channel: { id: app.bot.channel(OPS), name: OPS },
        messageRef: { chat: 'mattermost', channel: app.bot.channel(OPS), message },
      },
    ]);
  });

  it('what is picked comes along', async () => {
    const { message } = await post();
    expect(await press(message, 'snooze', '120')).toEqual({ ok: true });
    expect(app.commands()).toMatchObject([{ action: 'snooze', arguments: { minutes: '120' } }]);
  });

  it('a note is asked for, and comes along', async () => {
    Object.assign(app.setup, { askNote: true });
    const { message } = await post();
    await press(message, 'resolve');
    await app.settled();
    expect(app.commands()).toEqual([]);
    const [{ by, dialog }] = await app.dialogs();
    expect([by, dialog.title]).toEqual([ada.id, 'Resolve']);
    const values = { note: 'It was DNS.' };
    expect(await app.act('submit', { dialog: dialog.id, values, by: ada.id })).toEqual({
      ok: true,
    });
    expect(app.commands()).toMatchObject([
      { action: 'resolve', arguments: { note: 'It was DNS.' }, messageRef: { message } },
    ]);
  });

  it('an own button asks first whether it is meant', async () => {
    const { message } = await post();
    await press(message, 'own1');
    await app.settled();
    expect(app.commands()).toEqual([]);
    const [{ dialog }] = await app.dialogs();
    expect(dialog).toMatchObject({ title: 'Page the database team', fields: [] });
    expect(await app.act('submit', { dialog: dialog.id, values: {}, by: ada.id })).toEqual({
      ok: true,
    });
    expect(app.commands()).toMatchObject([
      { kind: 'own-button', action: 'Page the database team', user: { id: ada.id } },
    ]);
  });

  it('a command can be answered so that one person sees it, at its address', async () => {
    expect(await say('/alertwire snooze 4711 2h')).toMatchObject({ ok: true });
    const [command] = app.commands();
    expect(command).toMatchObject({
      action: 'snooze',
      alert: { id: '4711' },
      arguments: { minutes: '120' },
    });
    expect(await app.answer(command, 'Snoozed @all.')).toMatchObject({ receipt: 'posted' });
    expect((await sandbox.requests()).at(-1)?.path).toContain('/hooks/commands/');
    const last = (await sandbox.messages()).at(-1);
    expect(last?.onlyFor).toBeTruthy();
    expect(last?.pings).toEqual([]);
  });

  it('a click can be answered, and the card changed', async () => {
    const { message } = await post();
    await press(message, 'accept');
    const [command] = app.commands();
    expect(await app.answer(command, 'Accepted.')).toMatchObject({ receipt: 'posted' });
    const { payload } = mattermost.platform.renderText('Done.', {}, 'bot');
    const ref = command.messageRef;
    if (!ref) throw new Error('The message is not named.');
    const changed = await app.bot.take(mattermost.bot.update(payload, ref));
    expect(changed).toMatchObject({ kind: 'delivered' });
  });

  it('a word nobody knows gets private help', async () => {
    await say('/alertwire what?');
    const last = (await sandbox.messages()).at(-1);
    expect(last?.onlyFor).toBeTruthy();
    expect(last?.text).toContain('accept 4711');
  });

  it('a button that is too old is refused, and the person reads why', async () => {
    const { message } = await app.post(OPS, {}, KEYS, { address: app.url, validMs: -1 });
    expect(await press(message, 'accept')).toMatchObject({ ok: true });
    const last = (await sandbox.messages()).at(-1);
    expect(last?.onlyFor).toBeTruthy();
    expect(last?.text).toContain('expired');
    expect(app.commands()).toEqual([]);
  });

  it('a button of another installation is not taken', async () => {
    const { message } = await post({ key: 'a key that nobody could ever guess, 2' });
    expect((await press(message, 'accept')).ok).toBe(false);
    expect(app.reads()).toMatchObject([{ ok: false, status: 401, code: 'answer.not_authentic' }]);
  });

  it('another token of the command is not taken', async () => {
    Object.assign(app.setup, { credential: { ...app.setup.credential, commandToken: 'other' } });
    expect((await say('/alertwire accept 4711')).ok).toBe(false);
    expect(app.reads()).toMatchObject([{ ok: false, status: 401 }]);
  });
});
