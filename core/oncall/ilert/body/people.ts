import { anyDefined, defined } from '../../../alert/defined';
import type { Actor, Assignee, EventType } from '../../../alert/event';
import { toIso } from '../../../alert/time';
import { isRecord, list, record, text } from '../../../alert/untrusted';

type Fields = Readonly<Record<string, unknown>>;

/** Responders, and the older `assignedTo` where it names somebody else. */
export const readAssignees = (fields: Fields, type: EventType): Assignee[] => {
  const responders = list(fields.responders).flatMap((responder) => readResponder(responder) ?? []);
  const assigned = readPerson(fields.assignedTo);
  if (assigned === undefined || responders.some((known) => isSame(known, assigned))) {
    return responders;
  }
  return [...responders, type === 'accepted' ? { ...assigned, status: 'accepted' } : assigned];
};

/** Who accepted. For no other event does the body say who it was. */
export const readActor = (
  fields: Fields,
  type: EventType,
  assignees: readonly Assignee[],
): Actor | undefined => {
  if (type !== 'accepted') return undefined;
  const accepted = assignees.filter(({ status }) => status === 'accepted');
  const assigned = readPerson(fields.assignedTo);
  const person = latest(accepted) ?? assigned;
  const { id, name, username, email } = person ?? {};
  return person && defined({ kind: 'user' as const, id, name: name ?? username, email });
};

const latest = (accepted: readonly Assignee[]): Assignee | undefined =>
  accepted.reduce<Assignee | undefined>(
    (last, next) => ((next.acceptedAt ?? '') > (last?.acceptedAt ?? '') ? next : (last ?? next)),
    undefined,
  );

const readResponder = (value: unknown): Assignee | undefined => {
  const responder = record(value);
  const person = readPerson(responder.user ?? responder);
  const status = STATUSES.get(responder.status);
  const acceptedAt = toIso(responder.acceptedAt);
  return person && { ...person, ...defined({ status, acceptedAt }) };
};

const STATUSES: ReadonlyMap<unknown, 'pending' | 'accepted'> = new Map([
  ['PENDING', 'pending'],
  ['ACCEPTED', 'accepted'],
]);

export const readPerson = (value: unknown): Assignee | undefined => {
  if (!isRecord(value)) return undefined;
  const names = [text(value.firstName), text(value.lastName)].filter((name) => name !== undefined);
  return anyDefined({
    id: text(value.id),
    name: names.length === 0 ? text(value.username) : names.join(' '),
    email: text(value.email),
    username: text(value.username),
  });
};

const isSame = (one: Assignee, other: Assignee): boolean =>
  (['id', 'username', 'email'] as const).some(
    (key) => one[key] !== undefined && one[key] === other[key],
  );
