import { rota } from '../../oncall/people';

export interface SlackPerson {
  id: string;
  username: string;
  realName: string;
  email: string;
  deactivated?: boolean;
}

const IDS = ['U0PRIYARAM', 'U0JONASWEB', 'U0MEITANAK'] as const;

/** Who is on call, and one who has left. */
export const people: readonly SlackPerson[] = [
  ...rota.map(({ username, firstName, lastName, email }, index) => ({
    id: IDS[index] ?? '',
    username,
    realName: `${firstName} ${lastName}`,
    email,
  })),
  {
    id: 'U0SAMLEFT1',
    username: 'sam.okafor',
    realName: 'Sam Okafor',
    email: 'sam.okafor@example.com',
    deactivated: true,
  },
];

export function personCalled(id: string): SlackPerson | undefined {
  return people.find((person) => person.id === id);
}
