import { run } from '../run';
import type { Manned } from './desk';
import type { News } from './store';

/** Whom a message mentions: those the destination names, and new assignees where it says so. */
export const mentionsFor = async (
  desk: Manned,
  news: readonly News[],
): Promise<readonly string[]> => {
  const always = desk.options?.mentions ?? [];
  if (!desk.mentionAssignees) return always;
  const emails = [...new Set(news.flatMap(({ calls, silent }) => (silent ? [] : calls)))];
  const found = await Promise.all(emails.map((email) => personOf(desk, email)));
  return [...always, ...found.filter((id) => id !== undefined)];
};

/** Undefined where the chat does not know the address. A person not found is asked for again. */
const personOf = async (desk: Manned, email: string): Promise<string | undefined> => {
  const { way, to, people, http, clock } = desk;
  const asked = JSON.stringify([desk.chat, to, email]);
  const known = people.get(asked);
  if (known !== undefined || !to || !('personByEmail' in way) || !way.personByEmail) return known;
  const found = await run(way.personByEmail(email, to), http, clock);
  if (typeof found === 'string') people.set(asked, found);
  return typeof found === 'string' ? found : undefined;
};
