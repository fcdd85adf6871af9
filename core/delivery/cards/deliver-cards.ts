import { isOwn } from '../../alert/echo';
import type { AlertEvent } from '../../alert/event';
import type { FilterDecision } from '../../filter/rules';
import type { MessageRef } from '../../http/outcome';
import { sentences } from '../../i18n/index';
import { planDelivery } from '../plan';
import { unreadable } from '../problems';
import type { Receipt } from '../receipt';
import { unsentReceipt } from '../receipt-of';
import { holdsAlert } from '../story-of';
import type { CardDesk, Manned } from './desk';
import { type Drained, drain } from './drain';
import { KEEP_RESOLVED_MS } from './keep';
import { man } from './man';
import { memoryStore } from './memory-store';
import { nameOf } from './name';
import { type CardNews, type Put, putNews } from './put';
import { receiptOfPut } from './receipt-of-put';
import { seed } from './seed';
import { cardStoreOn } from './store-on';

/** One event of an alert, and what a filter said. */
export interface CardItem {
  readonly event: AlertEvent;
  /** Without one the event is announced. */
  readonly decision?: FilterDecision | undefined;
  /** The message of this alert, where whoever built the flow keeps it. */
  readonly ref?: MessageRef | undefined;
}

/** Brings events to the cards of one destination: exactly one receipt for each. Never rejects. */
export const deliverCards = async (
  desk: CardDesk,
  items: readonly CardItem[],
): Promise<readonly Receipt[]> => {
  const manned = man(desk);
  if ('problem' in manned) {
    return items.map(() => unsentReceipt(desk, { receipt: 'failed', problem: manned.problem }));
  }
  const plans = items.map((item) => planItem(manned, item));
  const wanted = plans.filter(isNews);
  const receipts = wanted.length === 0 ? [] : await deliverNews(manned, wanted);
  return plans.map((plan) =>
    isNews(plan) ? (receipts[wanted.indexOf(plan)] ?? lost(desk)) : plan,
  );
};

type Wanted = CardNews & Pick<CardItem, 'ref'>;

const isNews = (plan: Wanted | Receipt): plan is Wanted => 'announce' in plan;

/** Cannot happen: there is a receipt for everything that is wanted. */
const lost = (desk: CardDesk): Receipt => unsentReceipt(desk, { receipt: 'unknown' });

const planItem = (desk: Manned, { event, decision, ref }: CardItem): Wanted | Receipt => {
  const plan = planDelivery(desk.way, decision, sentences(desk.options?.language));
  if (plan.do === 'skip') return unsentReceipt(desk, { receipt: 'skipped', reasons: plan.reasons });
  if (!holdsAlert({ event }))
    return unsentReceipt(desk, { receipt: 'failed', problem: unreadable });
  const announce = decision?.effect !== 'refresh';
  const silent = decision?.silent === true;
  return { event, announce, silent, ref, needsCard: isAnswer(event) };
};

/**
 * Somebody acted on a card, and it was shown where the alert was routed to: an action leads to every
 * chat, and makes no card in those that never had one.
 */
const isAnswer = (event: AlertEvent): boolean => isOwn(event) && event.type !== 'created';

/** Without the store cards still go out; what is not guaranteed then is said. */
const deliverNews = async (desk: Manned, news: readonly Wanted[]): Promise<readonly Receipt[]> => {
  const receipts = await attempt(desk, news);
  const open = news.filter((_, index) => receipts[index] === undefined);
  if (open.length === 0) return receipts.filter((receipt) => receipt !== undefined);
  const alone = { ...desk, store: cardStoreOn(memoryStore(), false) };
  const again = await attempt(alone, open);
  const { storeUnavailable } = sentences(desk.options?.language).delivered;
  return news.map((one, index) => {
    const receipt = receipts[index] ?? again[open.indexOf(one)] ?? lost(desk);
    return receipts[index]
      ? receipt
      : { ...receipt, reasons: [...receipt.reasons, storeUnavailable] };
  });
};

/** Undefined for those that the store could not take. */
const attempt = async (
  desk: Manned,
  news: readonly Wanted[],
): Promise<readonly (Receipt | undefined)[]> => {
  const puts = await put(desk, news);
  if (!puts) return news.map(() => undefined);
  if (desk.store.lasting) desk.onKept?.();
  const own = [...new Set(puts.map(({ card }) => card))];
  const drained = puts.every(isShown) ? nothingToShow : await inTurn(desk, () => drain(desk, own));
  const isLast = (put: Put, index: number) =>
    puts.findLastIndex((other) => nameOf(other) === nameOf(put)) === index;
  return Promise.all(
    puts.map((one, index) => receiptOfPut(desk, one, drained, isLast(one, index))),
  );
};

/** As when the platform tells what was done from chat: whoever wrote it down has shown it. */
const isShown = ({ version, shown }: Put): boolean => shown >= version;

const nothingToShow: Drained = { busy: false, shown: new Map(), broken: false };

const put = async (desk: Manned, news: readonly Wanted[]): Promise<readonly Put[] | undefined> => {
  try {
    const { store, destination, clock } = desk;
    const write = () => putNews(store, destination, news, clock.now());
    // Two that begin one card at the same moment would make two rows of it.
    const puts = await (store.alone ? store.alone(destination, write) : write());
    if (!desk.store.lasting)
      await seed(
        desk,
        puts,
        news.map(({ ref }) => ref),
      );
    return puts;
  } catch {
    return undefined;
  }
};

const inTurn = (desk: Manned, work: () => Promise<Drained>): Promise<Drained> =>
  desk.turn ? desk.turn(work) : work();

/** Shows what is still pending at a destination, and forgets what was over long ago. */
export const deliverPending = async (desk: CardDesk): Promise<Drained | undefined> => {
  const manned = man(desk);
  if ('problem' in manned) return undefined;
  const drained = await inTurn(manned, () => drain(manned, []));
  await desk.store.prune(desk.clock.now() - KEEP_RESOLVED_MS).catch(() => {});
  return drained;
};
