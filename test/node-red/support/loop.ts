import type { Bot, Message, Sandbox } from '../../../sandbox/index';
import type { BotChat } from '../../conformance/bots/bot-chats';
import { cardsOf } from '../../hosts/support/cards';
import { messageAt } from '../../support/sandbox-messages';
import { ANSWER_FACTS, CHATS, KEY, onCanvas } from './answers';
import { SECRET } from './flows';
import type { FlowNode, Runtime } from './runtime';

export { CHATS, KEY, SECRET };

const IN = { ilert: '/in/ilert', flashduty: '/in/flashduty' } as const;
const addressOf = (chat: string) => `/answers/${chat}`;
const PLATFORMS = Object.keys(IN) as (keyof typeof IN)[];

export const targetsAt = (runtime: Runtime) =>
  Object.fromEntries(
    PLATFORMS.map((platform) => [platform, { url: runtime.url(IN[platform]), secret: SECRET }]),
  );

/** Where the chats call back: what needs no connection of its own. */
export const doorsAt = (runtime: Runtime) =>
  Object.fromEntries(
    CHATS.map(({ id }) => [
      id,
      Object.fromEntries(ANSWER_FACTS[id].doors.map((door) => [door, runtime.url(addressOf(id))])),
    ]),
  );

const botOf = ({ bots }: Pick<Sandbox, 'bots'>, { id, facts }: BotChat): Bot => {
  const bot = bots.find((one) => one.platform === id && one.name === facts.able);
  if (!bot) throw new Error(`The sandbox has no bot of ${id}.`);
  return bot;
};

const credentialOf = (sandbox: Sandbox, chat: BotChat) => {
  const bot = botOf(sandbox, chat);
  const secrets = Object.entries(ANSWER_FACTS[chat.id].secrets);
  return {
    ...chat.facts.credential(bot),
    ...Object.fromEntries(secrets.map(([name, from]) => [name, bot.inbound?.[from]])),
  };
};

const keyOf = ({ oncalls }: Sandbox, platform: string) => {
  const account = oncalls.find((one) => one.platform === platform);
  return { baseUrl: account?.baseUrl, ...account?.credential };
};

/** What differs between chats in a flow with all of them. */
const chatNodes = (sandbox: Sandbox, runtime: Runtime, chat: BotChat, sender: object) => {
  const { id, facts } = chat;
  const { connection, own } = ANSWER_FACTS[id];
  const url = runtime.url(addressOf(id));
  return [
    { id: `${id}-bot`, type: connection, name: '', credentials: credentialOf(sandbox, chat) },
    onCanvas({
      id: `${id}-response`,
      type: `alertwire-${id}-response`,
      connection: `${id}-bot`,
      signingKey: 'key',
      receiveBy: 'http',
      path: addressOf(id),
      publicAddress: id === 'dingtalk' ? url : '',
      language: 'en',
      way: 'bot',
      wires: [['ilerts'], ['setUp'], ['own'], ['refused']],
    }),
    onCanvas({
      id: `${id}-alert`,
      type: `alertwire-${id}-alert`,
      authentication: 'bot',
      botConnection: `${id}-bot`,
      resource: 'alert',
      operation: 'upsert',
      alertSource: 'input',
      events: ['created', 'escalated', 'assigned', 'accepted', 'resolved'],
      channelId: botOf(sandbox, chat).channels.find(({ name }) => name === facts.channel)?.id,
      channelIdType: 'str',
      mode: 'reply',
      mentions: [],
      language: 'en',
      maxWaitSeconds: 30,
      messagesPerMinute: 60_000,
      buttons: 'callback',
      signingKey: 'key',
      buttonActions: ['accept', 'resolve', 'escalate', 'snooze'],
      ownButtons: [],
      answerAddress: id === 'mattermost' ? url : '',
      ...own,
      wires: [['sent']],
      ...sender,
    }),
  ];
};

/** What names no platform is for ilert. */
const ILERTS = {
  id: 'ilerts',
  type: 'change',
  rules: [
    {
      t: 'set',
      p: 'command',
      pt: 'msg',
      to: '$merge([command, {"alert": $merge([{"platform": "ilert"}, command.alert])}])',
      tot: 'jsonata',
    },
  ],
  wires: [['act']],
};

/** Alerts of two platforms to four chats, and what people do there back to the platforms. */
export const loopFlow = (sandbox: Sandbox, runtime: Runtime, sender: object = {}): FlowNode[] => {
  const senders = CHATS.map(({ id }) => `${id}-alert`);
  return [
    { id: 'tab', type: 'tab', label: 'The loop' },
    {
      id: 'secret',
      type: 'alertwire-webhook-secret',
      users: [],
      headerName: 'X-Alertwire-Secret',
      credentials: { secret: SECRET },
    },
    { id: 'key', type: 'alertwire-signing-key', name: '', credentials: { key: KEY } },
    ...PLATFORMS.flatMap((platform) => [
      {
        id: platform,
        type: `alertwire-${platform}`,
        name: '',
        credentials: keyOf(sandbox, platform),
      },
      onCanvas({
        id: `${platform}-in`,
        type: 'alertwire-alert-in',
        platform,
        path: IN[platform],
        secret: 'secret',
        wires: [senders],
      }),
    ]),
    ...CHATS.flatMap((chat) => chatNodes(sandbox, runtime, chat, sender)),
    onCanvas(ILERTS),
    onCanvas({
      id: 'act',
      type: 'alertwire-on-call-action',
      platform: 'input',
      action: 'input',
      language: 'en',
      ...Object.fromEntries(PLATFORMS.map((platform) => [platform, platform])),
      wires: [[...senders, 'acted']],
    }),
    onCanvas({ id: 'catch', type: 'catch', wires: [['caught']] }),
    ...['sent', 'acted', 'setUp', 'own', 'refused', 'caught'].map((id) =>
      onCanvas({ id, type: 'test-sink' }),
    ),
  ];
};

/** What people do at the sandbox, and what they see there. */
export const peopleAt = ({ url }: Sandbox) => {
  const ask = async (path: string, body?: object) => {
    const init = body && {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    };
    const answer = await fetch(url + path, init);
    const said = await answer.text();
    if (!answer.ok) throw new Error(`The sandbox refused ${path}: ${said}`);
    return JSON.parse(said);
  };
  const messages = (): Promise<readonly Message[]> => ask('/inspect/messages');
  const personOf = async (chat: string): Promise<string> =>
    (await ask(`/inspect/chats/${chat}/people`))[0].id;
  const cardIn = (chat: BotChat, alertId: string, more: (card: Message) => boolean = () => true) =>
    messageAt(
      { url },
      (message) => message.platform === chat.id && shows(message, alertId) && more(message),
    );
  return {
    ask,
    messages,
    cardIn,
    /** The cards of one alert in all chats. */
    cards: async (alertId: string) =>
      (await messages()).filter((message) => shows(message, alertId)),
    /** In all chats at once. */
    everywhere: (alertId: string, more: (card: Message) => boolean) =>
      Promise.all(CHATS.map((chat) => cardIn(chat, alertId, more))),
    /** What somebody in a chat is told privately. */
    told: (chat: BotChat, words: RegExp) =>
      messageAt(
        { url },
        ({ platform, text, onlyFor, channel }) =>
          platform === chat.id && words.test(text) && (onlyFor !== null || channel.startsWith('@')),
      ),
    press: async (chat: BotChat, card: Message, control: string, value?: string) =>
      ask(`/inspect/chats/${chat.id}/press`, {
        channel: card.channel,
        message: card.ref ?? card.id,
        control,
        by: await personOf(chat.id),
        ...(value !== undefined && { value }),
      }),
    say: async (chat: BotChat, channel: string, text: string) =>
      ask(`/inspect/chats/${chat.id}/say`, {
        channel,
        text: `${ANSWER_FACTS[chat.id].calls} ${text}`,
        by: await personOf(chat.id),
      }),
  };
};

/** Is it the card of this alert? */
const shows = (message: Message, alertId: string): boolean =>
  cardsOf([message]).length > 0 &&
  !/^(?:@|<at>)/.test(message.text) &&
  message.onlyFor === null &&
  JSON.stringify(message.payload).includes(alertId);

export type People = ReturnType<typeof peopleAt>;
