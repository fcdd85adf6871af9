import type { Outcome } from '../../http/outcome';
import { ask, type Steps } from '../../http/steps';
import type { Rendered } from '../platform';
import { found, idIn } from './api-answer';
import * as places from './places';
import { addedTo, sending } from './posting';
import { askMember } from './roster';

/**
 * Seen by one person only. Teams names people to each bot in its own way, which the members of the
 * channel tell:
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/targeted-messages
 */
export function* whisper(
  payload: Rendered['payload'],
  to: { readonly channel: string; readonly person: string; readonly service?: string },
): Steps<Outcome> {
  const conversation = places.conversationOf(to.channel);
  if (conversation === undefined) return { kind: 'rejected', problem: places.noChannel };
  const member = places.memberOf(to.person);
  if (member === undefined) return { kind: 'rejected', problem: places.noPerson };
  const account = places.isAccount(member)
    ? { found: member }
    : yield* ask(askMember(conversation, member, to.service), (answer, now) =>
        found(answer, now, idIn),
      );
  if ('outcome' in account) return account.outcome;
  const url = `${places.activitiesOf(conversation, to.service)}?isTargetedActivity=true`;
  const targeted = { ...payload, recipient: { id: account.found, isTargeted: true } };
  return yield* ask(sending(targeted, url), addedTo(conversation));
}
