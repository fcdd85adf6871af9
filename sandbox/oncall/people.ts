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
