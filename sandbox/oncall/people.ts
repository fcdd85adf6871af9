export interface Person {
  id: number;
  username: string;
  firstName: string;
  lastName: string;
  email: string;
}

function person(id: number, firstName: string, lastName: string): Person {
  const username = `${firstName}.${lastName}`.toLowerCase();
  return { id, username, firstName, lastName, email: `${username}@example.com` };
}

/** Who is on call, in the order in which they are woken up. */
export const rota = [
  person(410_021, 'Priya', 'Raman'),
  person(410_034, 'Jonas', 'Weber'),
  person(410_057, 'Mei', 'Tanaka'),
] as const;

/** Who set the on-call platforms up, and is not woken up. */
export const ada: Person = { ...person(410_008, 'Ada', 'Byte'), email: 'ada@sandbox.example' };

/** Who only watches. */
export const bob: Person = { ...person(410_063, 'Bob', 'Byte'), email: 'bob.byte@sandbox.example' };

/** Everybody who has an account at the on-call platforms. */
export const everybody: readonly Person[] = [ada, ...rota, bob];
