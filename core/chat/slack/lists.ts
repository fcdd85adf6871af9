import { list, record } from '../../alert/untrusted';
import { ask, type Steps } from '../../http/steps';
import type { HttpResponse } from '../../http/types';
import type { Problem } from '../../problem';
import { askApi } from '../api';
import type { Listed, Page } from '../platform';
import { type Data, nameOf, nextOf, readApi } from './api-answer';

/** https://docs.slack.dev/apis/web-api/pagination recommends no more at a time. */
const PER_PAGE = '200';
/** Slack has no search: so many pages are looked through for one of ours. */
const PAGES = 5;

type Read = (data: Data, headers: HttpResponse['headers']) => readonly Candidate[];
interface Candidate {
  readonly entry: Listed;
  /** What a search is compared with. */
  readonly words: readonly unknown[];
}

const PUBLIC = 'public_channel';
const BOTH = 'public_channel,private_channel';

/** Channels the bot may see; without groups:read these are the public ones. */
export function* channels(search: string, cursor?: string): Steps<Page> {
  const query = (types: string) => ({ types, exclude_archived: 'true' });
  const all = yield* pageOf('/conversations.list', query(BOTH), search, cursor, channelsIn);
  if (!('problem' in all) || all.problem.code !== 'slack.missing_scope') return all;
  return yield* pageOf('/conversations.list', query(PUBLIC), search, cursor, channelsIn);
}

export const people = (search: string, cursor?: string): Steps<Page> =>
  pageOf('/users.list', {}, search, cursor, peopleIn);

/** Whom `<@…>` would name. */
export function* personByEmail(
  email: string,
): Steps<string | undefined | { readonly problem: Problem }> {
  const request = askApi('/users.lookupByEmail', { email: email.trim() });
  const said = yield* ask(request, readApi);
  if ('data' in said) return idOf(record(said.data.user));
  return said.word === 'users_not_found' ? undefined : { problem: said.trouble.problem };
}

function* pageOf(
  method: string,
  query: Readonly<Record<string, string>>,
  search: string,
  cursor: string | undefined,
  read: Read,
): Steps<Page> {
  const wanted = search.trim().toLowerCase();
  let next = cursor ?? '';
  let entries: readonly Listed[] = [];
  for (let page = 0; page < PAGES && entries.length === 0; page += 1) {
    const asked = { ...query, limit: PER_PAGE, ...(next !== '' && { cursor: next }) };
    const said = yield* ask(askApi(method, asked), readApi);
    if (!('data' in said)) return { problem: said.trouble.problem };
    entries = read(said.data, said.headers)
      .filter(matches(wanted))
      .map(({ entry }) => entry);
    next = nextOf(said.data);
    if (next === '') break;
  }
  return next === '' ? { entries } : { entries, next };
}

const matches =
  (wanted: string) =>
  ({ words }: Candidate): boolean =>
    words.some((word) => typeof word === 'string' && word.toLowerCase().includes(wanted));

const channelsIn: Read = (data, headers) => {
  const scopes = headers['x-oauth-scopes']?.split(',').map((scope) => scope.trim()) ?? [];
  const mayEnter = scopes.includes('chat:write.public') || scopes.includes('channels:join');
  return list(data.channels).flatMap((value) => {
    const channel = record(value);
    const id = idOf(channel);
    if (id === undefined) return [];
    const name = nameOf(channel.name, id);
    const closed = channel.is_member === false && (channel.is_private === true || !mayEnter);
    return [{ entry: { id, name, ...(closed && { closed }) }, words: [name, id] }];
  });
};

const peopleIn: Read = (data) =>
  list(data.members).flatMap((value) => {
    const member = record(value);
    const id = idOf(member);
    const robot = member.is_bot === true || id === 'USLACKBOT';
    if (id === undefined || robot || member.deleted === true) return [];
    const { email, display_name } = record(member.profile);
    const handle = nameOf(member.name, id);
    const name = nameOf(member.real_name, handle);
    const detail = nameOf(email, `@${handle}`);
    return [{ entry: { id, name, detail }, words: [name, handle, display_name, email, id] }];
  });

const idOf = ({ id }: Data): string | undefined =>
  typeof id === 'string' && /^[A-Z0-9]{1,40}$/.test(id) ? id : undefined;
