import { type CardDesk, cardStoreOn, memoryStore } from '../../../core/index';
import type { Job } from './operation';

/** With a store a run may wait longer for its turn: what it leaves is not lost. */
const LONGEST_WAIT_MS = { store: 60_000, none: 30_000 };

type Own = Pick<
  CardDesk,
  'destination' | 'to' | 'options' | 'mode' | 'mentionAssignees' | 'rate' | 'buttons'
>;

/** What the core needs to keep the cards of a destination, in this execution. */
export function ownDesk(
  job: Job,
  { maxWaitMs, ...own }: Own & { readonly maxWaitMs: number },
): CardDesk {
  const { context, destination, http, clock, people, store } = job;
  const { chat, transport } = destination;
  // Somebody who chose to wait less than usual gets it
  const patient = store && maxWaitMs >= LONGEST_WAIT_MS.none;
  return {
    ...own,
    chat,
    transport,
    http,
    clock,
    people,
    store: store ?? cardStoreOn(memoryStore(), false),
    owner: [context.getExecutionId(), context.getNode().id, clock.random()].join(' '),
    maxWaitMs: patient ? LONGEST_WAIT_MS.store : Math.min(maxWaitMs, LONGEST_WAIT_MS.none),
  };
}
