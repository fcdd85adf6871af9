import type { Rendered } from '../chat/platform';
import type { Outcome } from '../http/outcome';
import { sentences } from '../i18n/index';
import type { Problem } from '../problem';
import type { Receipt } from './receipt';
import type { Sent } from './send';

interface Place {
  readonly chat: string;
  readonly transport: string;
}

const blank = ({ chat, transport }: Place) => ({
  chat,
  transport,
  dropped: [],
  pings: [],
  reasons: [],
  attempts: 0,
});

/** Nothing was sent, on purpose. */
export const skippedReceipt = (place: Place, reasons: readonly string[]): Receipt => ({
  ...blank(place),
  receipt: 'skipped',
  reasons,
});

/** Nothing was sent, because it could not be. */
export const failedReceipt = (place: Place, problem: Problem): Receipt => ({
  ...blank(place),
  receipt: 'failed',
  problem,
});

/** What became of a message that was sent. Who would have been pinged is told only where it may be so. */
export const sentReceipt = (
  place: Place,
  { size, dropped, pings }: Omit<Rendered, 'payload'>,
  { outcome, attempts, retryAfterMs }: Sent,
  language: string | undefined,
): Receipt => {
  const common = { ...blank(place), size, dropped, attempts };
  const seen = { ...common, pings };
  switch (outcome.kind) {
    case 'delivered':
      return { ...seen, receipt: 'posted', ...(outcome.ref && { messageRef: outcome.ref }) };
    case 'accepted':
      return { ...seen, receipt: 'posted', reasons: [acceptedOnly(outcome, language)] };
    case 'unknown':
      return { ...seen, receipt: 'unknown', problem: outcome.problem };
    case 'rejected':
      return { ...common, receipt: 'failed', problem: outcome.problem };
    case 'retry':
      return {
        ...common,
        receipt: 'failed',
        problem: outcome.problem,
        ...(retryAfterMs !== undefined && { retryAfterMs }),
      };
  }
};

const acceptedOnly = (
  { reason }: Extract<Outcome, { kind: 'accepted' }>,
  language: string | undefined,
): string => sentences(language).acceptedOnly({ reason });
