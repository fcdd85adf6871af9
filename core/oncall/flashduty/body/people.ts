import { anyDefined, defined } from '../../../alert/defined';
import type { Actor, Assignee } from '../../../alert/event';
import { toIso } from '../../../alert/time';
import { isRecord, list, record, text } from '../../../alert/untrusted';
import type { Delivery } from './envelope';
import { idOf } from './ids';

/** Who acted; a closer is only named where a person closed the incident. */
export const readActor = ({ rawType, person, fields }: Delivery): Actor | undefined => {
  const known =
    readPerson(person) ?? (rawType === 'i_rslv' ? readPerson(fields.closer) : undefined);
  return known && { kind: 'user', ...known };
};

export const readAssignees = ({ responders }: Delivery['fields']): Assignee[] =>
  list(responders).flatMap((responder) => {
    const person = readPerson(responder);
    const acceptedAt = toIso(record(responder).acknowledged_at);
    const status = acceptedAt === undefined ? 'pending' : 'accepted';
    return person ? [defined({ ...person, status, acceptedAt } as const)] : [];
  });

export const readPerson = (value: unknown) => {
  if (!isRecord(value)) return undefined;
  const { person_id, person_name, email } = value;
  return anyDefined({ id: idOf(person_id), name: text(person_name), email: text(email) });
};
