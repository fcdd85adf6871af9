import { rota } from '../../oncall/people';
import type { ErrorCode } from './errors';

/** What this Microsoft 365 holds: one tenant with one team. The ids open nothing but the sandbox. */
export const TENANT = '5a4d0b0e-0000-4000-8000-00007e4a4701';
/** The tenant of another company, and the one that all bots for many tenants share. */
export const OTHER_TENANT = '5a4d0b0e-0000-4000-8000-00007e4a4702';
export const MANY_TENANTS = 'botframework.com';

export interface Channel {
  id: string;
  /** As people see it. */
  name: string;
  /** An app of the team is not in it by itself. */
  isPrivate?: true;
  /** Every message to it is refused with this. */
  refusal?: ErrorCode;
  note: string;
}

const thread = (digit: string) => `19:${digit.repeat(32)}@thread.tacv2`;

export const CHANNELS: readonly Channel[] = [
  { id: thread('a'), name: 'General', note: 'Takes messages; its id is also that of the team.' },
  { id: thread('b'), name: 'Ops alerts', note: 'Takes messages.' },
  { id: thread('c'), name: 'Platform', note: 'Takes messages.' },
  {
    id: thread('d'),
    name: 'Night shift',
    isPrivate: true,
    refusal: 'BotNotInConversationRoster',
    note: 'A private channel without the app.',
  },
  {
    id: thread('e'),
    name: 'Announcements',
    refusal: 'ConversationBlockedByUser',
    note: 'Its moderators let no bots write.',
  },
  {
    id: thread('f'),
    name: 'Launch 2019',
    refusal: 'ConversationNotFound',
    note: 'The channel was deleted.',
  },
];

/** The id of a team is that of its General channel. */
export const TEAM = {
  id: thread('a'),
  name: 'Operations',
  aadGroupId: '5a4d0b0e-0000-4000-8000-00007e4a4700',
} as const;

export interface Person {
  /** As bots know it. */
  id: string;
  /** As Microsoft Entra knows it. */
  objectId: string;
  name: string;
  givenName: string;
  surname: string;
  /** The user principal name too. */
  email: string;
  /** What becomes of a message to this person. */
  refusal?: ErrorCode;
  note: string;
}

const told = (number: number, givenName: string, surname: string): Person => ({
  id: `29:1sandboxPerson${String(number).padStart(4, '0')}`,
  objectId: `5a4d0b0e-0000-4000-8000-${String(number).padStart(12, '0')}`,
  name: `${givenName} ${surname}`,
  givenName,
  surname,
  email: `${givenName}.${surname}@example.com`.toLowerCase(),
  note: 'Has the app installed.',
});

const onCall = rota.map(({ id, firstName, lastName }) => told(id, firstName, lastName));
const [priya, jonas, mei] = onCall as [Person, Person, Person];

/** Whom a bot may want to write to. */
export const PEOPLE: readonly Person[] = [
  priya,
  jonas,
  { ...mei, refusal: 'ForbiddenOperationException', note: 'Has not installed the app.' },
  {
    ...told(410_063, 'Sam', 'Okafor'),
    refusal: 'MessageWritesBlocked',
    note: 'Has blocked the bot.',
  },
];

/** So many that a list of the members has two pages. */
export const MEMBERS: readonly Person[] = [
  ...PEOPLE,
  ...Array.from({ length: 56 }, (_, index) => told(420_000 + index, 'Guest', `Number${index + 1}`)),
];

/** By the id bots know, the one Entra knows, the address or the user principal name. */
export function personCalled(name: string): Person | undefined {
  const wanted = name.toLowerCase();
  return MEMBERS.find(
    ({ id, objectId, email }) => id === name || objectId === wanted || email === wanted,
  );
}
