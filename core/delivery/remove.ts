import { findTransport } from '../chat/index';
import type { MessageRef } from '../http/outcome';
import type { Clock, Http } from '../ports';
import { notHere, unknownChat } from './problems';
import type { Receipt } from './receipt';
import { unsentReceipt } from './receipt-of';
import { type SendLimits, send } from './send';

export interface Removal extends SendLimits {
  readonly chat: string;
  readonly transport: string;
  readonly ref: MessageRef;
  readonly http: Http;
  readonly clock: Clock;
}

/** Takes a message back. One that is not there any more is taken back already. Never rejects. */
export const removeMessage = async (removal: Removal): Promise<Receipt> => {
  const { chat, transport, ref, http, clock } = removal;
  const way = findTransport(chat, transport)?.transport;
  if (!way?.updates) {
    const problem = way ? notHere : unknownChat;
    return unsentReceipt(removal, { receipt: 'failed', problem });
  }
  const sent = await send(() => way.remove(ref), http, clock, removal);
  const { outcome, attempts, retryAfterMs } = sent;
  if (outcome.kind === 'delivered' || outcome.kind === 'accepted' || outcome.kind === 'gone') {
    return unsentReceipt(removal, { receipt: 'deleted', messageRef: ref, attempts });
  }
  const receipt = outcome.kind === 'unknown' ? 'unknown' : 'failed';
  return unsentReceipt(removal, {
    receipt,
    messageRef: ref,
    attempts,
    problem: outcome.problem,
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  });
};
