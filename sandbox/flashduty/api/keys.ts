import { ada, bob, type Person, rota } from '../../oncall/people';
import type { OnCallAccount } from '../../platform';
import type { ErrorCode } from './errors';

export interface Key {
  appKey: string;
  owner: Person;
  /** Lacks the permission to manage incidents. */
  readOnly?: true;
  revoked?: true;
  note: string;
}

const [priya, jonas] = rota;

/** The APP keys that exist; each is a person with that person's rights. They open nothing but this sandbox. */
export const keys: readonly Key[] = [
  { appKey: 'flashduty-sandbox-key-of-ada', owner: ada, note: 'May do everything; not on call.' },
  { appKey: 'flashduty-sandbox-key-of-jonas', owner: jonas, note: 'Of somebody who is on call.' },
  {
    appKey: 'flashduty-sandbox-key-of-bob',
    owner: bob,
    readOnly: true,
    note: 'Lacks the permission Incidents Manage: may only read.',
  },
  {
    appKey: 'flashduty-sandbox-key-of-priya',
    owner: priya,
    revoked: true,
    note: 'The key was deleted.',
  },
];

/** The integration that takes standard alert events. https://docs.flashcat.cloud/en/on-call/integration/alert-integration/alert-sources/standard%20alert */
export const INTEGRATION = {
  integration_id: 2_490_562_293,
  name: 'Standard alert events',
  key: 'flashduty0sandbox0integration0key1',
} as const;

export function accountsAt(origin: string): OnCallAccount[] {
  return keys.map((key) => ({
    platform: 'flashduty',
    name: `${key.owner.firstName} ${key.owner.lastName}`,
    baseUrl: `${origin}/flashduty/api`,
    credential: { appKey: key.appKey, integrationKey: INTEGRATION.key },
    answers: answersOf(key),
    note: key.note,
  }));
}

function answersOf({ revoked, readOnly }: Key): 'ok' | ErrorCode {
  if (revoked) return 'Unauthorized';
  return readOnly ? 'AccessDenied' : 'ok';
}
