import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { findChat } from '../../core/index';
import type { Bot } from '../../sandbox/index';
import { type Sandbox, startSandbox } from '../../sandbox/start';
import { BOT_FACTS, type BotFacts } from '../conformance/bots/chats';
import { eventOf } from '../core/card/alerts';
import type { FlowNode } from './support/runtime';
import { Runtime } from './support/runtime';

/** The connection of every chat's bot; a new chat is a line here. */
const CONNECTIONS: Readonly<Record<string, string>> = {
  dingtalk: 'alertwire-dingtalk-app',
  mattermost: 'alertwire-mattermost-bot',
  slack: 'alertwire-slack-bot',
  teams: 'alertwire-teams-bot',
};

const onCanvas = (node: FlowNode): FlowNode => ({ z: 'tab', x: 0, y: 0, wires: [], ...node });

interface Shown {
  readonly channel: string;
  readonly text: string;
  readonly payload: unknown;
  readonly replyTo?: string;
  readonly onlyFor?: string;
  readonly deleted?: boolean;
}

let sandbox: Sandbox;
let runtime: Runtime;
beforeAll(async () => {
  sandbox = await startSandbox({ rateWindowScale: 0 });
  runtime = await Runtime.start();
});
afterAll(async () => {
  await runtime.stop();
  await sandbox.close();
});

const messages = async (): Promise<readonly Shown[]> =>
  (await fetch(`${sandbox.url}/inspect/messages`)).json() as Promise<readonly Shown[]>;

describe.each(Object.entries(CONNECTIONS))('the bot of %s', (chat, connection) => {
  const facts = BOT_FACTS[chat as keyof typeof BOT_FACTS] as BotFacts;
  const botOf = (name: string) =>
    sandbox.bots.find((bot) => bot.platform === chat && bot.name === name) as Bot;
  const idOf = (bot: Bot, channel: string) =>
    bot.channels.find(({ name }) => name === channel)?.id ?? channel;

  const deploy = async (sender: object, name = facts.able) => {
    const bot = botOf(name);
    const credentials = facts.credential(bot);
    await runtime.deploy([
      { id: 'tab', type: 'tab', label: chat },
      { id: `${chat}-bot`, type: connection, name: '', credentials },
      onCanvas({
        id: 'alert',
        type: `alertwire-${chat}-alert`,
        authentication: 'bot',
        botConnection: `${chat}-bot`,
        resource: 'alert',
        operation: 'upsert',
        alertSource: 'input',
        events: ['created', 'accepted', 'resolved'],
        channelId: idOf(bot, facts.channel),
        channelIdType: 'str',
        mentions: [],
        maxWaitSeconds: 30,
        wires: [['sent']],
        ...sender,
      }),
      onCanvas({ id: 'catch', type: 'catch', scope: ['alert'], wires: [['caught']] }),
      ...['sent', 'caught'].map((id) => onCanvas({ id, type: 'test-sink' })),
    ]);
    return bot;
  };

  const receive = async (message: object, sink = 'sent') => {
    const before = runtime.messages(sink).length;
    await runtime.receive('alert', message);
    return runtime.message(sink, before + 1);
  };

  const at = (minute: number) => new Date(Date.UTC(2026, 2, 1, 2, minute)).toISOString();
  const created = (id: string) =>
    eventOf({ id: `${chat} ${id} 1`, occurredAt: at(1), alert: { id: `${chat} ${id}` } });
  const resolved = (id: string) =>
    eventOf({
      id: `${chat} ${id} 2`,
      type: 'resolved',
      occurredAt: at(9),
      alert: { id: `${chat} ${id}`, status: 'resolved' },
    });

  test('posts one card and changes it', async () => {
    await deploy({});
    const before = await messages();
    const first = await receive({ payload: created('lives') });
    expect(first.delivery).toMatchObject({ receipt: 'posted', transport: 'bot' });
    const second = await receive({ payload: resolved('lives') });
    expect(second.delivery).toMatchObject({
      receipt: 'updated',
      messageRef: (first.delivery as { messageRef: object }).messageRef,
    });
    expect(await messages()).toHaveLength(before.length + 1);
  });

  test('replies to the card of an alert, and deletes it', async () => {
    await deploy({});
    await receive({ payload: created('answered') });
    await deploy({ operation: 'reply', text: 'Looking into it', textType: 'str' });
    const replied = await receive({ payload: created('answered') });
    expect(replied.delivery).toMatchObject({ receipt: 'posted' });
    expect(JSON.stringify((await messages()).at(-1))).toContain('Looking into it');
    await deploy({ operation: 'deleteAlert' });
    const sink = facts.kept ? 'caught' : 'sent';
    const { delivery } = await receive({ payload: created('answered') }, sink);
    const expected = facts.kept
      ? { receipt: 'failed', problem: { code: facts.kept } }
      : { receipt: 'deleted' };
    expect(delivery).toMatchObject(expected);
  });

  test('an alert nobody sent has no card to answer', async () => {
    await deploy({ operation: 'reply', text: 'Anybody?', textType: 'str' });
    const { error } = await receive({ payload: created('unheard') }, 'caught');
    expect(error).toMatchObject({ code: 'delivery.no_message' });
  });

  test('sends to a channel that the message names, and deletes what was sent', async () => {
    const words = { resource: 'message', operation: 'send', text: 'Good morning', textType: 'str' };
    const bot = await deploy({ ...words, channelId: 'where', channelIdType: 'msg' });
    const sent = await receive({ payload: 1, where: idOf(bot, facts.other) });
    expect(sent.delivery).toMatchObject({ receipt: 'posted' });
    expect((await messages()).at(-1)).toMatchObject({ channel: facts.other });
    if (facts.kept) return;
    await deploy({ resource: 'message', operation: 'delete' });
    expect((await receive({ delivery: sent.delivery })).delivery).toMatchObject({
      receipt: 'deleted',
    });
  });

  test('sends to one person directly, and in a channel where the chat can', async () => {
    const words = { resource: 'message', text: 'Your turn', textType: 'str' };
    const person = { person: facts.person.id, personType: 'str' };
    await deploy({ ...words, ...person, operation: 'sendDirect' });
    expect((await receive({ payload: 1 })).delivery).toMatchObject({ receipt: 'posted' });
    expect((await messages()).at(-1)).toMatchObject({ channel: facts.person.channel });
    const { whisper } = findChat(chat)?.transports.bot ?? {};
    await deploy({ ...words, ...person, operation: 'sendPrivate' }, facts.whisperer);
    const sink = whisper && facts.whisperer ? 'sent' : 'caught';
    const { delivery } = await receive({ payload: 1 }, sink);
    expect(delivery).toMatchObject({ receipt: sink === 'sent' ? 'posted' : 'failed' });
    if (sink === 'sent')
      expect((await messages()).at(-1)).toMatchObject({ onlyFor: expect.any(String) });
  });

  test('says what is missing before anything is sent', async () => {
    await deploy({ channelId: '' });
    expect((await receive({ payload: created('nowhere') }, 'caught')).error).toMatchObject({
      code: 'delivery.no_channel',
    });
    await deploy({ resource: 'message', operation: 'sendDirect', text: 'x', person: '' });
    expect((await receive({ payload: 1 }, 'caught')).error).toMatchObject({
      code: 'delivery.no_person',
    });
  });

  const ask = async (path: string, body: object) => {
    const answer = await fetch(runtime.admin(`alertwire/connection/${connection}/${path}`), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return (await answer.json()) as Record<string, unknown>;
  };

  test('is proved without posting', async () => {
    const credentials = facts.credential(botOf(facts.able));
    const before = await messages();
    expect(await ask('try', { id: '', credentials, post: false })).toMatchObject({
      ok: true,
      proof: 'bot',
      name: expect.any(String),
    });
    expect(await messages()).toEqual(before);
  });

  test('lists channels and people for the pickers, where the chat has such lists', async () => {
    await deploy({});
    const id = `${chat}-bot`;
    const { channel, person, within = '' } = facts.lists;
    const words = (search = '') => [within, search].join(' ').trim();
    const channels = await ask('list', { id, list: 'channels', search: words(channel?.search) });
    if (channel)
      expect(channels.entries).toContainEqual(expect.objectContaining({ name: channel.name }));
    else expect(channels).toEqual({ ok: true, entries: [] });
    const people = await ask('list', { id, list: 'people', search: words(person?.search) });
    if (person) expect(people.entries).toContainEqual(expect.objectContaining({ id: person.id }));
    else expect(people).toEqual({ ok: true, entries: [] });
    expect(await ask('list', { id: 'nobody', list: 'channels', search: '' })).toMatchObject({
      ok: false,
      code: 'connection.not_deployed',
    });
  });
});
