import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import WebSocket from 'ws';
import type { Inbound } from '../../../core/answers/inbound';
import type { SocketRules } from '../../../core/chat/platform';
import { BOT_CHATS, type BotChat } from '../bots/bot-chats';
import { useSandbox } from '../support/sandbox';
import { useNodeRedHttp } from '../support/transports';
import { KEYS, useApp } from './app';

const PRIYA = 'manager4101';
const GROUP = 'On call';
const dingtalk = BOT_CHATS.find(({ id }) => id === 'dingtalk') as BotChat;
const { socket, register } = dingtalk.platform.inbound as {
  socket: SocketRules;
  register: NonNullable<BotChat['platform']['inbound']['register']>;
};

const sandbox = useSandbox();
const http = useNodeRedHttp();
const app = useApp(dingtalk, sandbox, http, () => ({}));

const press = (message: string, control: string, channel = GROUP) =>
  app.act('press', { channel, message, control, by: PRIYA });
const say = (text: string, channel = GROUP) => app.act('say', { channel, text, by: PRIYA });

describe('people in DingTalk, over HTTP', () => {
  beforeEach(async () => {
    await app.act('doors', { robot: app.url });
    expect(await app.bot.take(register(app.url, KEYS))).toEqual({ kind: 'delivered' });
  });

  it('a press is a command of this person, about this alert, in this group', async () => {
    const { message, dropped } = await app.post(GROUP, { cardCallback: 'http' });
    expect(dropped).not.toContainEqual(expect.stringContaining('button'));
    expect(await press(message, 'accept')).toEqual({ ok: true });
    await press(message, 'snooze2');
    expect(app.commands()).toMatchObject([
      {
        action: 'accept',
        alert: { platform: 'ilert', id: '4711' },
        user: { id: PRIYA },
        channel: { id: app.bot.channel(GROUP) },
        messageRef: { message },
      },
      { action: 'snooze', arguments: { minutes: '120' } },
    ]);
  });

  it('a line is a command, and can be answered so that one person sees it', async () => {
    expect(await say('@Alertwire ack 4711')).toMatchObject({ ok: true });
    const [command] = app.commands();
    expect(command).toMatchObject({
      action: 'accept',
      alert: { id: '4711' },
      user: { id: PRIYA, name: 'Priya Raman' },
      channel: { id: app.bot.channel(GROUP), name: GROUP },
    });
    expect(await app.answer(command, 'Accepted.')).toMatchObject({ receipt: 'posted' });
    expect((await sandbox.messages()).at(-1)).toMatchObject({
      channel: GROUP,
      onlyFor: 'Priya Raman',
    });
  });

  it('alone with the robot, the answer goes to the address of the message', async () => {
    const channel = '@Priya Raman';
    await say('ack 4711', channel);
    const [command] = app.commands();
    expect(command.answer?.sealed).toBeDefined();
    expect(await app.answer(command, 'Accepted.')).toMatchObject({ receipt: 'posted' });
    const { path } = (await sandbox.requests()).at(-1) ?? {};
    expect(path).toContain('sendBySession');
    expect((await sandbox.messages()).at(-1)).toMatchObject({ channel });
  });

  it('a word nobody knows gets help that one person sees', async () => {
    await say('@Alertwire what?');
    const [help] = (await sandbox.messages()).filter(({ onlyFor }) => onlyFor !== null);
    expect(help).toMatchObject({ channel: GROUP, onlyFor: 'Priya Raman' });
  });

  it('an address that was registered with another key proves nothing', async () => {
    await app.bot.take(register(app.url, { key: 'a key that nobody could ever guess, 2' }));
    const { message } = await app.post(GROUP, { cardCallback: 'http' });
    expect(await press(message, 'accept')).toMatchObject({ ok: false });
    expect(app.reads()).toMatchObject([{ ok: false, status: 401 }]);
  });
});

describe('people in DingTalk, over a stream', () => {
  let open: WebSocket;
  let heard: Inbound[];
  let ends: string[];

  beforeEach(async () => {
    heard = [];
    ends = [];
    const connection = await app.bot.take(socket.connect(app.setup.credential));
    if ('problem' in connection) throw new Error(connection.problem.message);
    open = new WebSocket(connection.url);
    open.on('message', (data) => {
      const { reply, inbound, end } = socket.frame(String(data), app.setup);
      if (reply !== undefined) open.send(reply);
      if (inbound) heard.push(inbound);
      if (end) ends.push(end);
    });
    await once(open, 'open');
  });
  afterEach(async () => {
    const closed = once(open, 'close');
    open.close();
    await closed;
  });
  const commands = () => heard.flatMap((one) => one.commands);

  it('presses and lines are commands', async () => {
    const { message } = await app.post(GROUP);
    expect(await press(message, 'accept')).toEqual({ ok: true });
    expect(await say('@Alertwire resolve 4711 it was DNS')).toMatchObject({ ok: true });
    expect(commands()).toMatchObject([
      { action: 'accept', alert: { id: '4711' }, channel: { id: app.bot.channel(GROUP) } },
      { action: 'resolve', arguments: { note: 'it was DNS' } },
    ]);
  });

  it('a press that is refused tells one person why, on the card', async () => {
    const { message } = await app.post(GROUP);
    const keys = { key: 'a key that nobody could ever guess, 2' };
    open.removeAllListeners('message');
    open.on('message', (data) => {
      const { reply = '' } = socket.frame(String(data), { ...app.setup, keys });
      open.send(reply);
    });
    expect(await press(message, 'accept')).toEqual({ ok: true });
    const [card] = await sandbox.messages();
    expect(JSON.stringify(card)).toContain('another installation');
  });

  it('a message that is told again does nothing', async () => {
    await say('@Alertwire ack 4711');
    await app.act('redeliver', {});
    expect(heard).toHaveLength(2);
    expect(commands()).toHaveLength(1);
  });

  it('pings are given back, and a farewell is heard', async () => {
    expect(await app.act('streams/ping', {})).toMatchObject([{ answered: true }]);
    const told = once(open, 'message');
    await app.act('streams/disconnect', {});
    await told;
    expect(ends).toEqual(['reconnect']);
  });
});
