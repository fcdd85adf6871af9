import { beforeEach, describe, expect, it } from '@jest/globals';
import WebSocket from 'ws';
import { unseal } from '../../../core/answers/seal';
import type { SocketRules } from '../../../core/chat/platform';
import { socketOf } from '../../../core/chat/receive';
import { run } from '../../../core/delivery/run';
import type { Credential } from '../../../core/http/types';
import type { Http } from '../../../core/ports';
import { BOT_CHATS, type BotChat } from '../bots/bot-chats';
import { useSandbox } from '../support/sandbox';
import { useNodeRedHttp } from '../support/transports';
import { KEYS, useApp } from './app';

const PRIYA = 'U0PRIYARAM';
const OPS = '#ops-alerts';
const slack = BOT_CHATS.find(({ id }) => id === 'slack') as BotChat;

const sandbox = useSandbox();
const http = useNodeRedHttp();
const inboundOf = () => {
  const { signingSecret = '', appToken = '' } = sandbox.bot('slack', 'Alertwire').inbound ?? {};
  return { signingSecret, appToken };
};
const own = [{ name: 'Page the database team', confirm: 'Really wake them?' }];

describe('people in Slack and the app', () => {
  const app = useApp(slack, sandbox, http, () => ({ credential: inboundOf() }));
  beforeEach(() =>
    app.act('doors', { interactivity: app.url, commands: app.url, events: app.url }),
  );
  const press = (message: string, control: string, value?: string) =>
    app.act('press', { channel: OPS, message, control, value, by: PRIYA });
  const say = (text: string) => app.act('say', { channel: OPS, text, by: PRIYA });

  it('a press is a command of this person, about this alert, in this channel', async () => {
    const { message, dropped } = await app.post(OPS, {}, KEYS, { own });
    expect(dropped).toEqual([]);
    expect(await press(message, 'accept')).toEqual({ ok: true });
    expect(await press(message, 'own1')).toEqual({ ok: true });
    expect(app.commands()).toMatchObject([
      {
        action: 'accept',
        alert: { platform: 'ilert', id: '4711' },
        user: { id: PRIYA, name: 'priya.raman' },
        channel: { id: app.bot.channel(OPS), name: 'ops-alerts' },
        messageRef: { chat: 'slack', channel: app.bot.channel(OPS), message },
      },
      { kind: 'own-button', action: 'Page the database team', alert: { id: '4711' } },
    ]);
  });

  it('what is picked comes along', async () => {
    const { message } = await app.post(OPS);
    const journal = await sandbox.messages();
    const name = /minutes:[\w.-]+/.exec(JSON.stringify(journal))?.[0] ?? '';
    expect(await press(message, name, '120')).toEqual({ ok: true });
    expect(app.commands()).toMatchObject([{ action: 'snooze', arguments: { minutes: '120' } }]);
  });

  it('is answered privately at the address of the click, and the card changed by the bot', async () => {
    const { message } = await app.post(OPS);
    await press(message, 'accept');
    const [command] = app.commands();
    const address = unseal(command.answer?.sealed ?? '', KEYS) ?? '';
    expect(address).toContain('/slack/actions/');
    expect(JSON.stringify(command)).not.toContain(new URL(address).pathname);
    expect(await app.answer(command, 'Accepted <!channel>.')).toMatchObject({ receipt: 'posted' });
    const last = (await sandbox.messages()).at(-1);
    expect(last).toMatchObject({ channel: OPS, onlyFor: '@priya.raman', pings: [] });
    expect((await sandbox.requests()).at(-1)?.path).toContain('/slack/actions/');
    const { payload } = slack.platform.renderText('Done.', {}, 'bot');
    const ref = command.messageRef;
    if (!ref) throw new Error('The message is not named.');
    expect(await app.bot.take(slack.bot.update(payload, ref))).toMatchObject({ kind: 'delivered' });
  });

  it('is answered by the bot once the address is used up', async () => {
    const { message } = await app.post(OPS);
    await press(message, 'accept');
    const [command] = app.commands();
    for (let time = 1; time <= 6; time += 1)
      expect(await app.answer(command, `No. ${time}`)).toMatchObject({ receipt: 'posted' });
    const seen = (await sandbox.messages()).filter(({ onlyFor }) => onlyFor === '@priya.raman');
    expect(seen).toHaveLength(6);
  });

  it('a note is asked for, and comes along', async () => {
    Object.assign(app.setup, { askNote: true });
    const { message } = await app.post(OPS);
    await press(message, 'resolve');
    await app.settled();
    expect(app.commands()).toEqual([]);
    const [opened] = await app.dialogs();
    expect(opened).toMatchObject({ by: PRIYA, dialog: { title: 'Resolve' } });
    const { id, fields } = opened.dialog;
    const values = { [fields[0].name]: 'It was DNS.' };
    const sent = await app.act('submit', { dialog: id, values, by: PRIYA });
    expect(sent).toEqual({ ok: true });
    expect(app.commands()).toMatchObject([
      { action: 'resolve', arguments: { note: 'It was DNS.' }, messageRef: { message } },
    ]);
    const receipt = await app.answer(app.commands()[0], 'Resolved.');
    expect(receipt).toMatchObject({ receipt: 'posted' });
  });

  it('a command typed is a command, a word nobody knows gets private help', async () => {
    expect(await say('/alertwire snooze 4711 2h')).toMatchObject({ ok: true });
    expect(app.commands()).toMatchObject([
      { action: 'snooze', alert: { id: '4711' }, arguments: { minutes: '120' } },
    ]);
    expect(await app.answer(app.commands()[0], 'Done.')).toMatchObject({ receipt: 'posted' });
    await say('/alertwire what?');
    const last = (await sandbox.messages()).at(-1);
    expect(last).toMatchObject({ onlyFor: '@priya.raman' });
    expect(last?.text).toContain('/alertwire accept 4711');
  });

  it('a mention is a command, too, and is helped in private', async () => {
    await say('@Alertwire accept 4711');
    expect(app.commands()).toMatchObject([{ action: 'accept', alert: { id: '4711' } }]);
    await say('@Alertwire what?');
    await app.settled();
    expect((await sandbox.messages()).at(-1)).toMatchObject({ onlyFor: '@priya.raman' });
  });

  it('a button of another installation is refused, and the person reads why', async () => {
    const { message } = await app.post(OPS, {}, { key: 'a key that nobody could ever guess, 2' });
    expect(await press(message, 'accept')).toEqual({ ok: true });
    await app.settled();
    const last = (await sandbox.messages()).at(-1);
    expect(last).toMatchObject({ onlyFor: '@priya.raman' });
    expect(last?.text).toContain('another installation');
    expect(app.commands()).toEqual([]);
    expect(app.reads().at(-1)).toMatchObject({
      ok: true,
      refused: [{ problem: { code: 'answer.other_installation' } }],
    });
  });

  it('another signing secret takes nothing, and Slack says so', async () => {
    Object.assign(app.setup, { credential: { ...app.setup.credential, signingSecret: 'other' } });
    const { message } = await app.post(OPS);
    expect((await press(message, 'accept')).ok).toBe(false);
    expect(app.reads().at(-1)).toMatchObject({ status: 401, code: 'answer.not_authentic' });
  });
});

describe('people in Slack and a socket', () => {
  const app = useApp(slack, sandbox, http, () => ({ credential: inboundOf() }));
  const rules = socketOf('slack') as SocketRules;

  const connect = (credential: Credential) => {
    const sent: Http = (request, limits) =>
      http(slack.platform.authenticate(request, credential, Date.now()), limits);
    return run(rules.connect(credential), sent, { now: () => Date.now() });
  };

  it('need no address: what they do is read, acknowledged and answered', async () => {
    const opened = await connect(app.setup.credential);
    if (!('url' in opened)) throw new Error(opened.problem.message);
    const socket = new WebSocket(opened.url);
    const actions: string[] = [];
    await new Promise<void>((resolve) => {
      socket.on('message', (data) => {
        const { reply, inbound } = rules.frame(String(data), app.setup);
        if (reply === undefined) resolve();
        else socket.send(reply);
        actions.push(...(inbound?.commands.map(({ action }) => action) ?? []));
      });
    });
    const { message } = await app.post(OPS);
    const press = { channel: OPS, message, control: 'accept', by: PRIYA };
    expect(await app.act('press', press)).toEqual({ ok: true });
    const typed = { channel: OPS, text: '/alertwire what?', by: PRIYA };
    expect(await app.act('say', typed)).toMatchObject({ ok: true });
    expect((await sandbox.messages()).at(-1)?.text).toContain('/alertwire accept 4711');
    expect(actions).toEqual(['accept']);
    const closed = new Promise((resolve) => socket.once('close', resolve));
    socket.close();
    await closed;
  });

  it('are not reached with another token', async () => {
    const credential = { ...app.setup.credential, appToken: 'xapp-1-A0-1-nobodys' };
    expect(await connect(credential)).toMatchObject({
      problem: { code: 'slack.invalid_auth', hint: expect.stringContaining('connections:write') },
    });
  });
});
