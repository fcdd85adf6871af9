import { rota } from '../../oncall/people';
import { CORP_ID, type DingTalkApp } from './apps';

export interface DingTalkPerson {
  userId: string;
  unionId: string;
  name: string;
  mobile: string;
  /** Rules the organization. */
  admin?: true;
  /** Gets no more messages of robots today. */
  flooded?: true;
  /** Has left: cannot be found or written to any more. */
  left?: true;
}

const KEYS = [
  ['manager4101', '13800000001'],
  ['0134561200', '13800000002'],
  ['tanaka.mei', '13800000003'],
] as const;

/** Who is on call, one who gets too many messages, and one who has left. */
export const people: readonly DingTalkPerson[] = [
  ...rota.map(({ firstName, lastName }, index) => {
    const [userId, mobile] = KEYS[index] ?? ['', ''];
    const one = person(userId, `${firstName} ${lastName}`, mobile);
    return { ...one, ...(index === 0 && { admin: true as const }) };
  }),
  { ...person('0134569977', 'Wei Zhang', '13800000004'), flooded: true },
  { ...person('0134560013', 'Sam Okafor', '13800000005'), left: true },
];

function person(userId: string, name: string, mobile: string): DingTalkPerson {
  return { userId, unionId: `union${userId.replaceAll('.', '')}iEiE`, name, mobile };
}

/** A person an app can write to: of its own organization. */
export function personOf(app: DingTalkApp, userId: unknown): DingTalkPerson | undefined {
  if (app.corpId !== CORP_ID) return undefined;
  return people.find((one) => one.userId === userId && !one.left);
}

export function personWithMobile(app: DingTalkApp, mobile: string): DingTalkPerson | undefined {
  if (app.corpId !== CORP_ID) return undefined;
  return people.find((one) => one.mobile === mobile && !one.left);
}

/** The channel in which somebody and a robot write to each other. */
export const chatWith = ({ name }: DingTalkPerson): string => `@${name}`;
