import type { ChatTransport, Place, Rendered } from '../chat/platform';
import type { Outcome } from '../http/outcome';
import { ask, type Steps } from '../http/steps';
import { nowhere } from './problems';

/** A message of its own, which no later one will change. */
export function* posting(
  transport: ChatTransport,
  payload: Rendered['payload'],
  to: Place | undefined,
  key: string,
): Steps<Outcome> {
  if (!transport.updates) return yield* ask(transport.post(payload), transport.outcome);
  if (!to) return { kind: 'rejected', problem: nowhere };
  return yield* transport.post(payload, to, key);
}
