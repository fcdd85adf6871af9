import type { AlertEvent } from '../../../core/alert/event';
import { type CardItem, deliverCards } from '../../../core/delivery/cards/deliver-cards';
import type { CardDesk } from '../../../core/delivery/cards/desk';
import { memoryStore } from '../../../core/delivery/cards/memory-store';
import { cardStoreOn } from '../../../core/delivery/cards/store-on';
import type { Receipt } from '../../../core/delivery/receipt';
import type { Http } from '../../../core/ports';
import { anEvent, at } from '../../core/alert/events';
import { botAtWork } from '../bots/bot-at-work';
import type { BotChat } from '../bots/bot-chats';
import { quickClock } from '../support/quick-clock';
import type { SandboxUnderTest } from '../support/sandbox';
import { expectNoSecret, spellingsOf } from '../support/secrets';

const ADA = { kind: 'user', name: 'Ada Lovelace' } as const;
const TITLE = 'Checkout answers slowly';
const event = (parts: Parameters<typeof anEvent>[0]) =>
  anEvent({ ...parts, alert: { id: 'a1', title: TITLE, ...parts?.alert } });

/** A night of one alert. */
export const night = {
  created: () => event({ type: 'created', occurredAt: at(0) }),
  escalated: () =>
    event({
      type: 'escalated',
      occurredAt: at(5),
      escalation: { level: 2 },
      assignees: [{ name: 'Priya Raman', email: 'priya.raman@example.com' }],
    }),
  accepted: () => event({ type: 'accepted', occurredAt: at(7), actor: ADA }),
  resolved: () => event({ type: 'resolved', occurredAt: at(9), actor: ADA }),
} as const;

/** A channel with a bot in it, cards and what is kept of them; over real sockets. */
export const channelOf = (
  chat: BotChat,
  sandbox: SandboxUnderTest,
  http: Http,
  { bot, name = chat.facts.channel }: { readonly bot?: string; readonly name?: string } = {},
) => {
  const worker = botAtWork(chat, sandbox, http, { name: bot });
  const secrets = spellingsOf(worker.credential, chat.facts.open);
  const desk: CardDesk = {
    chat: chat.id,
    transport: 'bot',
    destination: `${chat.id} ${name}`,
    to: { channel: worker.channel(name) },
    http: worker.http,
    clock: quickClock().clock,
    store: cardStoreOn(memoryStore(), true),
    owner: 'one',
    maxWaitMs: 30_000,
    people: new Map(),
  };
  const send = async (
    items: readonly (AlertEvent | CardItem)[],
    own: Partial<CardDesk> = {},
  ): Promise<readonly Receipt[]> => {
    const receipts = await deliverCards(
      { ...desk, ...own },
      items.map((item) => ('event' in item ? item : { event: item })),
    );
    expectNoSecret(receipts, secrets);
    return receipts;
  };
  /** Messages of their own in this channel, without replies. */
  const cards = async () =>
    (await sandbox.messages()).filter(
      ({ platform, channel, replyTo, deleted }) =>
        platform === chat.id && channel === name && !replyTo && !deleted,
    );
  return { desk, send, cards, worker };
};

export const statesOf = (receipts: readonly Receipt[]): readonly string[] =>
  receipts.map(({ receipt }) => receipt);
