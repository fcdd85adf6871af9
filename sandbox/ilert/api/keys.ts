import { ada, bob, everybody, type Person, rota } from '../../oncall/people';
import type { OnCallAccount } from '../../platform';
import type { ErrorCode } from './errors';
import { sources } from './sources';

/** https://docs.ilert.com/user-administration/role-management, from least to most. */
export const ROLES = ['STAKEHOLDER', 'GUEST', 'RESPONDER', 'USER', 'ADMIN'] as const;

export type Role = (typeof ROLES)[number];

export interface Key {
  apiKey: string;
  owner: Person;
  role: Role;
  revoked?: true;
  note: string;
}

const [priya, jonas] = rota;

/** The API keys that exist. They open nothing but this sandbox. */
export const keys: readonly Key[] = [
  {
    apiKey: 'ilert-sandbox-key-of-ada-admin',
    owner: ada,
    role: 'ADMIN',
    note: 'May do everything, and register webhooks.',
  },
  {
    apiKey: 'ilert-sandbox-key-of-jonas-responder',
    owner: jonas,
    role: 'RESPONDER',
    note: 'May handle alerts, but not register webhooks.',
  },
  {
    apiKey: 'ilert-sandbox-key-of-bob-stakeholder',
    owner: bob,
    role: 'STAKEHOLDER',
    note: 'May only read.',
  },
  {
    apiKey: 'ilert-sandbox-key-of-priya-revoked',
    owner: priya,
    role: 'RESPONDER',
    revoked: true,
    note: 'The key was deleted.',
  },
];

export const mayAtLeast = (role: Role, least: Role): boolean =>
  ROLES.indexOf(role) >= ROLES.indexOf(least);

/** What a person may do, by the best of their keys. */
export function roleOf(person: Person): Role {
  return keys.find(({ owner }) => owner.id === person.id)?.role ?? 'RESPONDER';
}

export const userOf = (id: unknown): Person | undefined =>
  everybody.find((person) => person.id === Number(id));

export function accountsAt(origin: string): OnCallAccount[] {
  const [source] = sources;
  return keys.map((key) => ({
    platform: 'ilert',
    name: `${key.owner.firstName} ${key.owner.lastName}, ${key.role}`,
    baseUrl: `${origin}/ilert/api`,
    credential: { apiKey: key.apiKey, integrationKey: source?.integrationKey ?? '' },
    answers: answersOf(key),
    note: key.note,
  }));
}

function answersOf({ revoked, role }: Key): 'ok' | ErrorCode {
  if (revoked) return 'UNAUTHORIZED';
  return mayAtLeast(role, 'RESPONDER') ? 'ok' : 'FORBIDDEN';
}
