import { record, text } from '../../alert/untrusted';
import { ask } from '../../http/steps';
import { getJson } from '../api';
import type { OnCallPlatform } from '../platform';
import { isTrouble, trouble } from '../trouble';
import { hasSource, hasUser } from './access';
import { readAnswer } from './answer';
import { readPerson } from './body/people';

/** Roles: https://docs.ilert.com/account-management/user-roles-and-permissions */
const LOOKS_ON: ReadonlySet<string> = new Set(['STAKEHOLDER', 'GUEST']);

export const check: OnCallPlatform['check'] = function* (access) {
  if (!hasUser({ access })) {
    return hasSource({ access })
      ? { name: 'ilert', unproven: ONLY_SOURCE }
      : trouble('no_credential');
  }
  const request = getJson('/users/current');
  const said = yield* ask(request, (answer) => readAnswer(answer, trouble('unexpected_answer')));
  if (isTrouble(said)) return said;
  const person = readPerson(said.data);
  if (person === undefined) return trouble('unexpected_answer');
  const name = `${person.name ?? person.email ?? person.id ?? 'somebody'} · ilert`;
  const unproven = lacking(text(record(said.data).role), access);
  return unproven === '' ? { name } : { name, unproven };
};

const ONLY_SOURCE =
  'An integration key can only be proved by an alert. With it alone, alerts are accepted, resolved and commented by their key, and created; nothing is read.';

const lacking = (role: string | undefined, access: ReadonlySet<string>): string =>
  [
    role !== undefined && LOOKS_ON.has(role) && `With the role ${role} no alert can be changed.`,
    role === 'RESPONDER' && 'With the role RESPONDER no webhook can be registered.',
    !hasSource({ access }) && 'Without an integration key alerts cannot be commented.',
  ]
    .filter(Boolean)
    .join(' ');
