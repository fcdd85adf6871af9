import { sentences } from '../../i18n/index';
import type { Receipt } from '../receipt';
import { unsentReceipt } from '../receipt-of';
import type { Manned } from './desk';
import type { Drained, Shown } from './drain';
import { nameOf } from './name';
import type { Put } from './put';

/**
 * What became of one event, by what became of its card. Undefined where the store failed before.
 * `isLast`: this run has written down nothing newer of the same card.
 */
export const receiptOfPut = async (
  desk: Manned,
  put: Put,
  drained: Drained,
  isLast: boolean,
): Promise<Receipt | undefined> => {
  const s = sentences(desk.options?.language);
  const merged = (reason: string, shown?: Shown): Receipt =>
    unsentReceipt(desk, {
      receipt: put.change === 'late' ? 'superseded' : 'merged',
      reasons: [put.change === 'late' ? s.delivered.superseded : reason],
      ...(shown?.receipt.messageRef && { messageRef: shown.receipt.messageRef }),
    });
  if (put.change === 'no-card') {
    return unsentReceipt(desk, { receipt: 'skipped', reasons: [s.skipped.noCard] });
  }
  const shown = drained.shown.get(nameOf(put)) ?? (await byOthers(desk, put));
  if (shown && put.change === 'same') return merged(s.delivered.known, shown);
  // Whoever shares a turn hears of the newer version itself; elsewhere nobody else would say it.
  const told = shown?.version === put.version || (isLast && !desk.turn);
  if (shown && told && put.change !== 'late') return shown.receipt;
  if (shown && shown.version >= put.version) {
    return 'problem' in shown.receipt ? shown.receipt : merged(s.delivered.newer, shown);
  }
  if (drained.broken) return undefined;
  if (drained.left) return left(desk, drained.left);
  return merged(put.change === 'same' ? s.delivered.known : s.delivered.elsewhere);
};

/** What another run of this process showed while this one waited for its turn. */
const byOthers = async (desk: Manned, put: Put): Promise<Shown | undefined> => {
  if (!desk.turn) return undefined;
  const rows = await desk.store.read(desk.destination, [put.card]).catch(() => []);
  const row = rows.find(({ episode }) => episode === put.episode);
  if (!row?.fate || row.shown < put.version) return undefined;
  const { fate, ref, problem, shown } = row;
  const receipt = unsentReceipt(desk, {
    receipt: fate,
    ...(ref && { messageRef: ref }),
    ...(problem && { problem }),
  });
  return { version: shown, receipt };
};

const left = (desk: Manned, { retryAfterMs, problem }: NonNullable<Drained['left']>): Receipt => {
  const { delivered } = sentences(desk.options?.language);
  if (desk.store.lasting) {
    const reasons = [delivered.deferred, ...(problem ? [problem.message] : [])];
    const trouble = problem && { problem };
    return unsentReceipt(desk, { receipt: 'deferred', reasons, retryAfterMs, ...trouble });
  }
  return unsentReceipt(desk, { receipt: 'failed', retryAfterMs, problem: problem ?? tooMuch });
};

const tooMuch = {
  code: 'delivery.rate_limited',
  message: 'The channel takes no more messages for now.',
  hint: 'Send less to this channel: filter or group the alerts, spread them over channels, or give the node a store in which they can wait.',
};
