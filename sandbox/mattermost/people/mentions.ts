import { CHANNELS, PEOPLE } from '../api/world';

/**
 * Whom and what a command names, as pairs for its form: the members and the open channels of the
 * team. https://docs.mattermost.com/developers/integrate/slash-commands/custom
 */
export function mentionsIn(text: string): [name: string, value: string][] {
  const words = [...text.matchAll(/\B@([a-z0-9][a-z0-9.\-_:]*)/gi)].map(([, word = '']) => word);
  const people = known(words, PEOPLE, ({ username }) => username);
  const channels = known(
    [...text.matchAll(/\B~([a-z0-9][a-z0-9\-_]*)/gi)].map(([, word = '']) => word),
    CHANNELS.filter(({ type, archived }) => type === 'O' && !archived),
    ({ name }) => name,
  );
  return [
    ...people.flatMap(({ id, username }): [string, string][] => [
      ['user_mentions', username],
      ['user_mentions_ids', id],
    ]),
    ...channels.flatMap(({ id, name }): [string, string][] => [
      ['channel_mentions', name],
      ['channel_mentions_ids', id],
    ]),
  ];
}

/** Those who are meant, each once; a full stop behind a name belongs to the sentence. */
function known<Thing>(
  words: readonly string[],
  things: readonly Thing[],
  nameOf: (thing: Thing) => string,
): Thing[] {
  const names = words.map((word) => word.toLowerCase());
  return things.filter((thing) =>
    names.some((name) => name === nameOf(thing) || name.replace(/[.\-_]+$/, '') === nameOf(thing)),
  );
}
