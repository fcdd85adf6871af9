import type { ChatTransport, Place, Rendered } from '../chat/platform';
import type { MessageRef, Outcome } from '../http/outcome';
import { ask, type Steps } from '../http/steps';
import type { Problem } from '../problem';
import { notHere, nowhere } from './problems';

/** Where a message goes that no later one will change. */
export interface Whereto {
  readonly to?: Place | undefined;
  /** Below this message, in place of a message of its own. */
  readonly reply?: MessageRef | undefined;
  /** Seen by this person only, in the channel of `to`. */
  readonly onlyFor?: string | undefined;
}

export function* posting(
  transport: ChatTransport,
  payload: Rendered['payload'],
  { to, reply, onlyFor }: Whereto,
  key: string,
): Steps<Outcome> {
  if (!transport.updates) {
    if (reply || onlyFor) return rejected(notHere);
    return yield* ask(transport.post(payload), transport.outcome);
  }
  if (reply) return yield* transport.reply(payload, reply, key);
  if (!to) return rejected(nowhere);
  if (!onlyFor) return yield* transport.post(payload, to, key);
  if (!transport.whisper || !('channel' in to)) return rejected(notHere);
  return yield* transport.whisper(payload, { ...to, person: onlyFor }, key);
}

const rejected = (problem: Problem): Outcome => ({ kind: 'rejected', problem });
