import type { Outcome } from '../../http/outcome';
import type { Steps } from '../../http/steps';
import type { Rendered } from '../platform';
import { asCard } from './card';
import * as places from './places';
import { postCard } from './posting';

/** Only a card can be for one person in a group, so plain words become one. */
export function* whisper(
  payload: Rendered['payload'],
  to: { readonly channel: string; readonly person: string },
  key: string,
): Steps<Outcome> {
  const group = places.spaceOf({ channel: to.channel });
  const person = places.spaceOf({ person: to.person });
  if (!group) return { kind: 'rejected', problem: places.noGroup };
  if (!person) return { kind: 'rejected', problem: places.noPerson };
  return yield* postCard(asCard(payload), group, key, { recipients: [person.id] });
}
