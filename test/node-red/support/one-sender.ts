import type { Bot, Message, Sandbox } from '../../../sandbox/index';
import type { BotChat } from '../../conformance/bots/bot-chats';
import { ANSWER_FACTS, KEY, onCanvas } from './answers';
import type { FlowNode, Runtime } from './runtime';

/** One sender by a bot, and more of them under names of their own, each with a sink behind. */
export const senderFlow = (
  { bots }: Pick<Sandbox, 'bots'>,
  { id, facts }: BotChat,
  sender: object = {},
  more: readonly FlowNode[] = [],
): FlowNode[] => {
  const bot = bots.find(({ platform, name }) => platform === id && name === facts.able) as Bot;
  return [
    { id: 'tab', type: 'tab', label: id },
    { id: 'key', type: 'alertwire-signing-key', name: '', credentials: { key: KEY } },
    {
      id: 'bot',
      type: ANSWER_FACTS[id].connection,
      name: '',
      store: 'memory',
      credentials: facts.credential(bot),
    },
    onCanvas({
      id: 'alert',
      type: `alertwire-${id}-alert`,
      authentication: 'bot',
      botConnection: 'bot',
      resource: 'alert',
      operation: 'upsert',
      alertSource: 'input',
      events: ['created', 'accepted', 'resolved'],
      channelId: bot.channels.find(({ name }) => name === facts.channel)?.id,
      channelIdType: 'str',
      mentions: [],
      maxWaitSeconds: 30,
      messagesPerMinute: 60_000,
      wires: [['sent']],
      ...sender,
    }),
    onCanvas({ id: 'catch', type: 'catch', wires: [['caught']] }),
    ...['sent', 'caught'].map((sink) => onCanvas({ id: sink, type: 'test-sink' })),
    ...more,
  ];
};

/** Gives a message to a node, and waits for what comes out of it. */
export const receiver =
  (runtime: () => Runtime) =>
  async (message: object, sink = 'sent', node = 'alert') => {
    const before = runtime().messages(sink).length;
    await runtime().receive(node, message);
    return (await runtime().message(sink, before + 1)) as unknown as Out;
  };

interface Said {
  readonly receipt: string;
  readonly reasons: readonly string[];
  readonly problem?: { readonly code: string };
}

export interface Out {
  readonly delivery: Said & { readonly answer?: Said };
  readonly error?: { readonly code: string };
  readonly rendered?: { readonly payload: unknown };
}

export const messagesAt = async ({ url }: Pick<Sandbox, 'url'>): Promise<readonly Message[]> =>
  (await fetch(`${url}/inspect/messages`)).json() as Promise<readonly Message[]>;
