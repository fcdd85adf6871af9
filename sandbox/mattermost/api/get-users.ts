import { z } from 'zod';
import { refuse, tell } from './answer';
import { invalid, read } from './body';
import type { Method } from './call';
import { EVERYBODY, seenBy } from './get-user';
import { rowsOf } from './paging';

/** `GET /users` */
export const getUsers: Method = ({ bot, query }) =>
  tell(rowsOf(EVERYBODY, query).map((user) => seenBy(bot, user)));

const searchBody = z.looseObject({ term: z.string(), limit: z.number().nullish() });
const USUAL = 100;

/** `POST /users/search`: by the beginning of a name. */
export const searchUsers: Method = ({ bot, body }) => {
  const asked = read(searchBody, body, 'props');
  if ('error' in asked) return refuse(asked.error);
  const { term, limit } = asked.value;
  if (term === '') return refuse(invalid('term', 'There is nothing to search for.'), asked.value);
  const wanted = term.toLowerCase();
  const found = EVERYBODY.filter(({ username, first_name, last_name }) =>
    [username, first_name, last_name].some((name) => name.toLowerCase().startsWith(wanted)),
  );
  const told = found.slice(0, limit ?? USUAL).map((user) => seenBy(bot, user));
  return { ...tell(told), payload: asked.value };
};
