import { beforeEach, describe, expect, it } from '@jest/globals';
import { run } from '../../../core/delivery/run';
import { BOT_CHATS, type BotChat } from '../bots/bot-chats';
import { useSandbox } from '../support/sandbox';
import { useNodeRedHttp } from '../support/transports';
import { useApp } from './app';

const PRIYA = '29:1sandboxPerson410021';
const OPS = 'Ops alerts';
const teams = BOT_CHATS.find(({ id }) => id === 'teams') as BotChat;

const sandbox = useSandbox();
const http = useNodeRedHttp();
const inboundOf = () => {
  const { openIdMetadataUrl: openIdUrl = '', outgoingToken = '' } =
    sandbox.bot('teams', 'Alertwire').inbound ?? {};
  return { openIdUrl, outgoingToken };
};

describe('people in Teams and the bot', () => {
  const app = useApp(teams, sandbox, http, () => ({ credential: inboundOf() }));
  beforeEach(() => app.act('doors', { bot: app.url }));

  it('a press is a command of this person, about this alert, in this channel', async () => {
    const { message, dropped } = await app.post(OPS);
    expect(dropped).not.toContainEqual(expect.stringContaining('button'));
    const seen = await app.act('press', { channel: OPS, message, control: 'accept', by: PRIYA });
    expect(seen).toEqual({ ok: true, notice: 'Working on it …' });
    expect(app.commands()).toMatchObject([
      {
        action: 'accept',
        alert: { platform: 'ilert', id: '4711' },
        user: { name: 'Priya Raman' },
        channel: { id: app.bot.channel(OPS) },
        messageRef: { message },
      },
    ]);
  });

  it('what is picked and typed comes along', async () => {
    const { message } = await app.post(OPS);
    const press = (control: string, inputs: object) =>
      app.act('press', { channel: OPS, message, control, inputs, by: PRIYA });
    await press('snooze', { minutes_snooze: '120' });
    await press('resolve', { note_resolve: 'It was DNS.' });
    expect(app.commands()).toMatchObject([
      { action: 'snooze', arguments: { minutes: '120' } },
      { action: 'resolve', arguments: { note: 'It was DNS.' } },
    ]);
  });

  it('a command can be answered so that one person sees it, and the card changed', async () => {
    const { message } = await app.post(OPS);
    await app.act('press', { channel: OPS, message, control: 'accept', by: PRIYA });
    const [command] = app.commands();
    expect(await app.answer(command, 'Accepted.')).toMatchObject({ receipt: 'posted' });
    expect((await sandbox.messages()).at(-1)).toMatchObject({
      channel: OPS,
      onlyFor: 'Priya Raman',
    });
    const { payload } = teams.platform.renderText('Done.', {}, 'bot');
    const ref = command.messageRef;
    if (!ref) throw new Error('The message is not named.');
    const changed = await run(teams.bot.update(payload, ref), app.bot.http, { now: Date.now });
    expect(changed).toMatchObject({ kind: 'delivered' });
  });

  it('a mention is a command, a word nobody knows gets private help', async () => {
    const say = (text: string) => app.act('say', { channel: OPS, text, by: PRIYA });
    expect(await say('@Alertwire snooze 4711 2h')).toMatchObject({ ok: true });
    expect(app.commands()).toMatchObject([
      { action: 'snooze', alert: { id: '4711' }, arguments: { minutes: '120' } },
    ]);
    await say('@Alertwire what?');
    expect((await sandbox.messages()).at(-1)).toMatchObject({ onlyFor: 'Priya Raman' });
  });

  it('a chat of two is answered in that chat', async () => {
    const channel = 'Priya Raman';
    await app.act('say', { channel, text: 'accept 4711', by: PRIYA });
    const [command] = app.commands();
    expect(await app.answer(command, 'Accepted.')).toMatchObject({ receipt: 'posted' });
    expect((await sandbox.messages()).at(-1)).toMatchObject({ channel });
  });

  it('a button of another installation is refused, and the person reads why', async () => {
    const { message } = await app.post(OPS, {}, { key: 'a key that nobody could ever guess, 2' });
    const seen = await app.act('press', { channel: OPS, message, control: 'accept', by: PRIYA });
    expect(seen.notice).toContain('another installation');
    expect(app.commands()).toEqual([]);
  });
});

describe('people in Teams and an outgoing webhook', () => {
  const app = useApp(teams, sandbox, http, () => ({ way: 'outgoing', credential: inboundOf() }));
  beforeEach(() => app.act('doors', { outgoing: app.url }));

  it('a mention is a command, and is answered for all to see', async () => {
    const said = { channel: OPS, text: '@Outgoing accept 4711', by: PRIYA };
    expect(await app.act('say', said)).toMatchObject({ ok: true });
    expect(app.commands()).toMatchObject([{ action: 'accept', alert: { id: '4711' } }]);
    expect((await sandbox.messages()).at(-1)?.text).toContain('Working on it');
  });
});
