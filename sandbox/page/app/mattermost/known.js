import { get } from '../api.js';

let known = { people: [], channels: [] };

/** Who and what this Mattermost knows, for the names of people and for menus that list them. */
export async function loadKnown() {
  const [people, bots] = await Promise.all([
    get('/inspect/chats/mattermost/people'),
    get('/inspect/bots'),
  ]).catch(() => [[], []]);
  const bot = bots.find(({ platform }) => platform === 'mattermost');
  known = { people, channels: bot?.channels ?? [] };
}

export function personNamed(id) {
  return known.people.find((person) => person.id === id)?.name;
}

/** What a menu with a source of its own lists. */
export function optionsFrom(source) {
  const listed = source === 'users' ? known.people : known.channels;
  return listed.map(({ id, name }) => ({ value: id, text: name }));
}
