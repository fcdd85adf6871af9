import { NOBODY, pickMentions } from '../mentions';
import type { RenderOptions } from '../platform';
import { MENTIONS, NAME, PRINCIPAL_NAME } from './limits';
import { line } from './text';

interface Person {
  /** Microsoft Entra object ID or user principal name. */
  readonly id: string;
  readonly name: string;
}

const OBJECT_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const PRINCIPAL = /^[\w.'+#-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63})+$/i;
const NAMED = /^([^<>]*)<([^<>]+)>$/;

/** The text of an entity has to stand in the card byte for byte: no character that is escaped there. */
const UNFIT = /[\\*_~`[\]()<>{}&$#|]+/g;

/** `Ada Lovelace <ada@example.com>`, or the ID alone. */
const personOf = (mention: string): Person | undefined => {
  const [, called = '', inside] = NAMED.exec(mention) ?? [];
  const id = (inside ?? mention).trim();
  const known = OBJECT_ID.test(id) || (PRINCIPAL.test(id) && id.length <= PRINCIPAL_NAME);
  if (!known) return undefined;
  return { id, name: fit(called) || fit(id) };
};

const fit = (name: string): string => line(name.replace(UNFIT, ' '), NAME).text;

const token = (mention: string): string | undefined => {
  const person = personOf(mention);
  return person && `<at>${person.name}</at>`;
};

const RULES = { chat: 'Microsoft Teams', most: MENTIONS, token };

export interface Mentioned {
  readonly text: string;
  /** https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-format#mention-support-within-adaptive-cards */
  readonly entities: readonly object[];
  readonly pings: readonly string[];
  readonly dropped: readonly string[];
}

/** Whom a card mentions: those the destination allows, or nobody. */
export const mentionsOf = (options: RenderOptions, calls: boolean): Mentioned => {
  const { pings, dropped } = calls ? pickMentions(options, RULES) : NOBODY;
  const people = apart(pings.flatMap((mention) => personOf(mention) ?? []));
  const entities = people.map(({ id, name }) => ({
    type: 'mention',
    text: `<at>${name}</at>`,
    mentioned: { id, name },
  }));
  return { text: entities.map(({ text }) => text).join(' '), entities, pings, dropped };
};

/** Teams tells people apart by the text alone: of two with one name, the second is called by ID. */
const apart = (people: readonly Person[]): readonly Person[] => {
  const taken = new Set<string>();
  return people.map(({ id, name }) => {
    const free = taken.has(name) ? `${name} ${fit(id)}` : name;
    taken.add(free);
    return { id, name: free };
  });
};
