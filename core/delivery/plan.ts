import type { ChatTransport } from '../chat/platform';
import type { FilterDecision } from '../filter/rules';
import type { Sentences } from '../i18n/index';

export type Plan =
  | { readonly do: 'post' }
  | { readonly do: 'skip'; readonly reasons: readonly string[] };

const POST: Plan = { do: 'post' };

/**
 * What to do with an event at a destination. A transport that cannot change what it posted makes a
 * message of every announced event, and leaves out those that could only refresh a card.
 */
export const planDelivery = (
  transport: Pick<ChatTransport, 'updates'>,
  decision: FilterDecision | undefined,
  s: Sentences,
): Plan => {
  if (decision === undefined) return POST;
  const because = decision.reasons.map(({ message }) => message);
  if (decision.effect === 'drop') return { do: 'skip', reasons: [s.skipped.dropped, ...because] };
  if (decision.effect === 'refresh' && !transport.updates) {
    return { do: 'skip', reasons: [s.skipped.cannotChange, ...because] };
  }
  return POST;
};
