import type { AlertEvent } from '../../../core/alert/event';
import { type CardItem, deliverCards } from '../../../core/delivery/cards/deliver-cards';
import type { CardDesk } from '../../../core/delivery/cards/desk';
import { memoryStore } from '../../../core/delivery/cards/memory-store';
import { cardStoreOn } from '../../../core/delivery/cards/store-on';
import type { FilterDecision } from '../../../core/filter/rules';
import { slackWorld } from './slack-world';
import { steppedClock } from './stepped-clock';

export const REFRESH: FilterDecision = { effect: 'refresh', silent: true, reasons: [] };

/** One at a time, in the order of asking. */
export const turns = () => {
  let last: Promise<unknown> = Promise.resolve();
  return <Result>(work: () => Promise<Result>): Promise<Result> => {
    const mine = last.then(work, work);
    last = mine;
    return mine;
  };
};

/** A channel of Slack with a bot in it, on a simulated clock. */
export const aChannel = (own: Partial<CardDesk> = {}) => {
  const { clock, advance } = steppedClock();
  const slack = slackWorld(clock);
  const desk: CardDesk = {
    chat: 'slack',
    transport: 'bot',
    destination: 'slack C1',
    to: { channel: 'C1' },
    http: slack.http,
    clock,
    store: cardStoreOn(memoryStore(), true),
    owner: 'one',
    maxWaitMs: 30_000,
    people: new Map(),
    ...own,
  };
  const run = async <Result>(work: Promise<Result>, ms = 60_000): Promise<Result> => {
    await advance(ms);
    return work;
  };
  const send = async (...items: readonly (CardItem | AlertEvent)[]) =>
    run(
      deliverCards(
        desk,
        items.map((item) => ('event' in item ? item : { event: item })),
      ),
    );
  return { clock, advance, slack, desk, run, send };
};

/** Everything a message shows, as one text. */
export const textOf = (message: { readonly body: object } | undefined): string =>
  JSON.stringify(message?.body ?? '');
