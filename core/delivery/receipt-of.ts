import type { Rendered } from '../chat/platform';
import { sentences } from '../i18n/index';
import type { Receipt } from './receipt';
import type { Sent } from './send';

export interface Place {
  readonly chat: string;
  readonly transport: string;
  readonly destination?: string;
}

/** Nothing was sent: on purpose, or because it could not be. */
export const unsentReceipt = (
  { chat, transport, destination }: Place,
  receipt: Pick<Receipt, 'receipt'> & Partial<Receipt>,
): Receipt => ({
  chat,
  transport,
  ...(destination !== undefined && { destination }),
  dropped: [],
  pings: [],
  reasons: [],
  attempts: 0,
  ...receipt,
});

/** What became of a message that was sent. Who would have been pinged is told only where it may be so. */
export const sentReceipt = (
  place: Place,
  { size, dropped, pings }: Omit<Rendered, 'payload'>,
  sent: Sent,
  language: string | undefined,
): Receipt => ({
  ...unsentReceipt(place, { receipt: 'failed', size, dropped, attempts: sent.attempts }),
  ...fate(sent, pings, language),
});

const fate = (
  { outcome, retryAfterMs }: Sent,
  pings: readonly string[],
  language: string | undefined,
): Pick<Receipt, 'receipt'> & Partial<Receipt> => {
  switch (outcome.kind) {
    case 'delivered':
      return { receipt: 'posted', pings, ...(outcome.ref && { messageRef: outcome.ref }) };
    case 'accepted':
      return { receipt: 'posted', pings, reasons: [sentences(language).acceptedOnly(outcome)] };
    case 'unknown':
      return { receipt: 'unknown', pings, problem: outcome.problem };
    case 'rejected':
    case 'gone':
      return { receipt: 'failed', problem: outcome.problem };
    case 'retry':
      return {
        receipt: 'failed',
        problem: outcome.problem,
        ...(retryAfterMs !== undefined && { retryAfterMs }),
      };
  }
};
