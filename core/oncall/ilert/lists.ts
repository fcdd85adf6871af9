import { list, record, text } from '../../alert/untrusted';
import { ask, type Steps } from '../../http/steps';
import { getJson } from '../api';
import { matches, type OnCallListed, type OnCallPage, pageNumber } from '../lists';
import type { ListRule, OnCallPlatform } from '../platform';
import { isTrouble, type Trouble, trouble } from '../trouble';
import { readAnswer } from './answer';
import { readPerson } from './body/people';

/** ilert has no search: so many pages are looked through for one with something on it. */
const PAGES = 5;

type Read = (value: unknown) => OnCallListed | undefined;

const person: Read = (value) => {
  const known = readPerson(value);
  if (known?.id === undefined) return undefined;
  const { id, name = id, email } = known;
  return { id, name, ...(email !== undefined && { detail: email }) };
};

const named: Read = (value) => {
  const { id, name, integrationType, timezone } = record(value);
  const known = text(id);
  const detail = text(integrationType) ?? text(timezone);
  if (known === undefined) return undefined;
  return { id: known, name: text(name) ?? known, ...(detail !== undefined && { detail }) };
};

/** `size` is the most of a page that the API gives. */
const listOf =
  (path: string, size: number, read: Read): ListRule =>
  (search, cursor) =>
    pageOf(path, size, read, search, pageNumber(cursor, 0));

function* pageOf(
  path: string,
  size: number,
  read: Read,
  search: string,
  first: number,
): Steps<OnCallPage | Trouble> {
  let start = first;
  for (let page = 0; ; page += 1) {
    const query = { 'start-index': String(start), 'max-results': String(size) };
    const request = getJson(path, query);
    const said = yield* ask(request, (answer) => readAnswer(answer, trouble('refused')));
    if (isTrouble(said)) return said;
    const values = list(said.data);
    const entries = values
      .flatMap((value) => read(value) ?? [])
      .filter(({ id, name, detail }) => matches(search, [id, name, detail]));
    start += values.length;
    if (values.length < size) return { entries };
    if (entries.length > 0 || page + 1 === PAGES) return { entries, next: String(start) };
  }
}

export const alertSources = listOf('/alert-sources', 50, named);

/** https://docs.ilert.com/developer-docs/rest-api/api-reference says how long each page may be. */
export const lists: OnCallPlatform['lists'] = {
  people: listOf('/users', 100, person),
  'escalation-policies': listOf('/escalation-policies', 50, named),
  schedules: listOf('/schedules', 20, named),
  teams: listOf('/teams', 100, named),
  'alert-sources': alertSources,
};
