import { list, record } from '../../alert/untrusted';
import { ask, type Steps } from '../../http/steps';
import type { Problem } from '../../problem';
import { askApi, tellApi } from '../api';
import type { Listed, Page } from '../platform';
import { isId, nameOf, readApi, type Said } from './api-answer';
import { API } from './places';

type Data = Readonly<Record<string, unknown>>;

/** Of so many teams the channels are shown that the bot is not in. */
const TEAMS = 5;
const PER_PAGE = 100;

/** The channels the bot is in, and behind them the public ones of its teams it has to be added to. */
export function* channels(search: string): Steps<Page> {
  const mine = yield* ask(askApi(`${API}/users/me/channels`), readApi);
  if (mine.trouble) return { problem: mine.trouble.problem };
  const teams = rows(yield* ask(askApi(`${API}/users/me/teams`), readApi));
  const ours = rows(mine);
  const known = new Set(ours.map(({ id }) => id));
  const others: Data[] = [];
  for (const { id } of teams.slice(0, TEAMS)) {
    if (!isId(id)) continue;
    const path = `${API}/teams/${id}/channels`;
    const open = rows(yield* ask(askApi(path, { page: '0', per_page: String(PER_PAGE) }), readApi));
    others.push(...open.filter((channel) => !known.has(channel.id)));
  }
  const listed = [
    ...ours.flatMap((channel) => channelOf(channel, teams)),
    ...others.flatMap((channel) => channelOf(channel, teams, { closed: true })),
  ];
  return { entries: listed.filter(matches(search)) };
}

/** `next` is the number of a page; a search has one page only. */
export function* people(search: string, cursor?: string): Steps<Page> {
  const term = search.trim();
  const page = Number(/^\d{1,6}$/.exec(cursor ?? '')?.[0] ?? 0);
  const all = { active: 'true', page: String(page), per_page: String(PER_PAGE) };
  const request =
    term === ''
      ? askApi(`${API}/users`, all)
      : tellApi('POST', `${API}/users/search`, { term, limit: PER_PAGE });
  const said = yield* ask(request, readApi);
  if (said.trouble) return { problem: said.trouble.problem };
  const entries = rows(said).flatMap(personOf);
  const full = term === '' && rows(said).length >= PER_PAGE;
  return full ? { entries, next: String(page + 1) } : { entries };
}

/** The username is what a mention names. */
export function* personByEmail(
  email: string,
): Steps<string | undefined | { readonly problem: Problem }> {
  const path = `${API}/users/email/${encodeURIComponent(email.trim().toWellFormed())}`;
  const said = yield* ask(askApi(path), readApi);
  if (!said.trouble) return usernameOf(record(said.data));
  return said.word === 'user_not_found' ? undefined : { problem: said.trouble.problem };
}

const rows = (said: Said): readonly Data[] => (said.trouble ? [] : list(said.data).map(record));

/** Open and private channels; those for two or a few have no name. */
const channelOf = (
  { id, type, name, display_name, team_id, delete_at }: Data,
  teams: readonly Data[],
  more: Pick<Listed, 'closed'> = {},
): Listed[] => {
  if (!isId(id) || (type !== 'O' && type !== 'P') || Number(delete_at) > 0) return [];
  const team = teams.find((one) => one.id === team_id);
  const detail = nameOf(team?.display_name, '');
  const shown = nameOf(display_name, nameOf(name, id));
  return [{ id, name: shown, ...(detail !== '' && { detail }), ...more }];
};

const personOf = (user: Data): Listed[] => {
  const username = usernameOf(user);
  if (username === undefined || user.is_bot === true || Number(user.delete_at) > 0) return [];
  const full = nameOf(`${nameOf(user.first_name, '')} ${nameOf(user.last_name, '')}`, username);
  return [{ id: username, name: full, detail: `@${username}` }];
};

const usernameOf = ({ username }: Data): string | undefined =>
  typeof username === 'string' && /^[a-z0-9._-]{1,64}$/.test(username) ? username : undefined;

const matches = (search: string) => {
  const wanted = search.trim().toLowerCase();
  return ({ id, name, detail = '' }: Listed): boolean =>
    [id, name, detail].some((word) => word.toLowerCase().includes(wanted));
};
