import type { Listed } from '../platform';
import { channelOf, conversationOf } from './places';

/** Longer is no search. */
const LONGEST = 4000;

/** A search holds the link to a channel or chat, or its ID; the other words filter what is there. */
export const readSearch = (search: string) => {
  const words = search.slice(0, LONGEST).split(/\s+/);
  const found = words.findIndex((word) => conversationOf(word) !== undefined);
  const conversation = conversationOf(words[found] ?? '');
  const wanted = words
    .filter((_, index) => index !== found)
    .join(' ')
    .trim()
    .toLowerCase();
  return {
    conversation: conversation && channelOf(conversation),
    matches: ({ id, name, detail = '' }: Listed): boolean =>
      [id, name, detail].some((word) => word.toLowerCase().includes(wanted)),
  };
};
