import { list, record, text } from '../../alert/untrusted';
import { ask, type Steps } from '../../http/steps';
import { askApi } from '../api';
import { cleanLine } from '../clean';
import type { Listed, Page } from '../platform';
import { listed } from './api-answer';
import * as places from './places';
import { readSearch } from './search';

type Data = Readonly<Record<string, unknown>>;

/** The most a page holds: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/get-teams-context */
const PER_PAGE = '500';
/** Teams has no search: so many pages are looked through for one of ours. */
const PAGES = 5;

/** The channels of the team whose General channel the search begins with; all on one page. */
export function* channels(search: string): Steps<Page> {
  const { conversation, matches } = readSearch(search);
  if (conversation === undefined || !places.holdsThreads(conversation)) return { problem: noTeam };
  const path = places.channelsOf(conversation);
  const said = yield* ask(askApi(path), listed('conversations'));
  if ('problem' in said) return NO_TEAM.includes(said.problem.code) ? { problem: noTeam } : said;
  return { entries: list(said.body.conversations).flatMap(channelIn).filter(matches) };
}

/** Who is in the channel or chat that the search begins with. */
export function* people(search: string, cursor?: string): Steps<Page> {
  const { conversation, matches } = readSearch(search);
  if (conversation === undefined) return { problem: noMembers };
  const path = places.membersOf(conversation);
  let next = cursor ?? '';
  let entries: readonly Listed[] = [];
  for (let page = 0; page < PAGES && entries.length === 0; page += 1) {
    const query = { pageSize: PER_PAGE, ...(next !== '' && { continuationToken: next }) };
    const said = yield* ask(askApi(path, query), listed('members'));
    if ('problem' in said) return said;
    entries = list(said.body.members).flatMap(memberIn).filter(matches);
    next = nextOf(said.body);
    if (next === '') break;
  }
  return next === '' ? { entries } : { entries, next };
}

/** The General channel has no name, so that each language has its own. */
const channelIn = (value: unknown): Listed[] => {
  const { id, name } = record(value);
  const channel = typeof id === 'string' ? places.conversationOf(id) : undefined;
  return channel === undefined ? [] : [{ id: channel, name: nameOf(name, 'General') }];
};

const memberIn = (value: unknown): Listed[] => {
  const { id, aadObjectId, name, email, userPrincipalName } = record(value);
  const person = places.personOf(text(aadObjectId) ?? text(id) ?? '');
  if (person === undefined) return [];
  const detail = nameOf(email, nameOf(userPrincipalName, ''));
  return [{ id: person, name: nameOf(name, person), ...(detail !== '' && { detail }) }];
};

const nextOf = ({ continuationToken: next }: Data): string =>
  typeof next === 'string' && next.length <= 4000 ? next : '';

/** A name as people may be shown it. */
const nameOf = (value: unknown, otherwise: string): string =>
  cleanLine((text(value) ?? '').slice(0, 100)) || otherwise;

/** What Teams says of a channel that is not General. */
const NO_TEAM: readonly string[] = ['teams.unknown_channel', 'teams.bad_request'];

const noTeam = {
  code: 'teams.no_team',
  message: 'Teams lists the channels of one team at a time, and only to those who know its ID.',
  hint: 'Paste the link to the General channel of the team (in Teams: … beside the channel → Copy link); words after the link filter the list.',
};
const noMembers = {
  code: 'teams.no_conversation',
  message: 'Teams lists the people of one channel or chat at a time.',
  hint: 'Paste the link to a channel the app is in (in Teams: … beside the channel → Copy link); words after the link filter the list.',
};
