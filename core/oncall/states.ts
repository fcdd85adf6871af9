import type { AlertEvent } from '../alert/event';
import type { Change } from './change';

type Sight = Pick<Change, 'isSo' | 'alsoResolved'>;

/** How accepting and its like show on an alert: the same on every platform. */
export const ACCEPTED: Sight = { isSo: ({ alert }) => alert.status === 'acknowledged' };
export const UNACCEPTED: Sight = { isSo: ({ alert }) => alert.status === 'open' };
export const RESOLVED: Sight = {
  isSo: ({ alert }) => alert.status === 'resolved',
  alsoResolved: true,
};
export const REOPENED: Sight = {
  isSo: ({ alert }) => alert.status !== 'resolved',
  alsoResolved: true,
};

/** The person answers for the alert, and nobody else does. */
export const isOnlyWith = ({ assignees }: AlertEvent, id: string): boolean =>
  assignees.length === 1 && isWith({ assignees }, id);

export const isWith = ({ assignees }: Pick<AlertEvent, 'assignees'>, id: string): boolean =>
  assignees.some((person) => person.id === id);

/** What people call them; the id of somebody who is not on the alert. */
export const nameOf = ({ assignees }: AlertEvent, id: string): string => {
  const person = assignees.find((one) => one.id === id);
  return person?.name ?? person?.username ?? person?.email ?? id;
};

/** Everybody who answers for it, for a sentence. */
export const namesOf = ({ assignees }: AlertEvent): string | undefined =>
  assignees
    .flatMap(({ name, username, email }) => name ?? username ?? email ?? [])
    .slice(0, MOST_NAMES)
    .join(', ') || undefined;

const MOST_NAMES = 5;

/** Has the alert gone to other people? */
export const hasOthers = (now: AlertEvent, before: AlertEvent): boolean =>
  idsOf(now) !== idsOf(before);

const idsOf = ({ assignees }: AlertEvent): string =>
  JSON.stringify(assignees.map(({ id }) => id).sort());
