import { text } from '../../alert/untrusted';
import { ask, type Steps } from '../../http/steps';
import type { HttpRequest } from '../../http/types';
import type { Problem } from '../../problem';
import { cleanLine } from '../clean';
import type { Place } from '../platform';
import { found } from './api-answer';
import * as places from './places';

/** Asks who somebody is among the members: by object ID, principal name or e-mail address. */
export const askMember = (conversation: string, member: string, service?: string): HttpRequest => ({
  method: 'GET',
  url: places.memberIn(places.channelOf(conversation), member, service),
  headers: {},
});

/** Whom a mention would name, among the members of the channel; nobody else can be mentioned there. */
export function* personByEmail(
  email: string,
  to: Place,
): Steps<string | undefined | { readonly problem: Problem }> {
  if ('person' in to) return undefined;
  const conversation = places.conversationOf(to.channel);
  if (conversation === undefined) return { problem: places.noChannel };
  const member = places.addressOf(email);
  if (member === undefined) return undefined;
  const said = yield* ask(askMember(conversation, member), (answer, now) =>
    found(answer, now, mentionIn),
  );
  if ('found' in said) return said.found;
  const { outcome } = said;
  if (!('problem' in outcome) || outcome.problem.code === 'teams.unknown_person') return undefined;
  return { problem: outcome.problem };
}

/** `Ada Lovelace <object ID>`, as mentions are written. */
const mentionIn = ({ aadObjectId, name }: Readonly<Record<string, unknown>>) => {
  const id = places.objectIdOf(text(aadObjectId) ?? '');
  if (id === undefined) return undefined;
  const called = cleanLine((text(name) ?? '').slice(0, 100).replace(/[<>]/g, ' '));
  return `${called} <${id}>`.trim();
};
