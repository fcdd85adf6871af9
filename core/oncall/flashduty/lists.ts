import { list, record, text } from '../../alert/untrusted';
import { ask, type Steps } from '../../http/steps';
import { askJson } from '../api';
import { matches, type OnCallListed, type OnCallPage, pageNumber } from '../lists';
import type { ListRule, OnCallPlatform } from '../platform';
import { isTrouble, type Trouble, trouble } from '../trouble';
import { readAnswer } from './answer';
import { idOf } from './body/ids';

const PER_PAGE = 100;
/** Rules are asked for channel by channel. */
const CHANNELS_PER_PAGE = 10;

/** The names of its fields: id, name, and what tells two of one name apart. */
type Keys = readonly [id: string, name: string, detail?: string];

const entryOf = (value: unknown, [id, name, detail = '']: Keys): OnCallListed | undefined => {
  const fields = record(value);
  const known = idOf(fields[id]);
  if (known === undefined || /^(deleted|disabled)$/.test(String(fields.status))) return undefined;
  const more = text(fields[detail]);
  return {
    id: known,
    name: text(fields[name]) ?? known,
    ...(more !== undefined && { detail: more }),
  };
};

function* itemsOf(path: string, body: object): Steps<readonly unknown[] | Trouble> {
  const request = askJson(path, body);
  const said = yield* ask(request, (answer) => readAnswer(answer, trouble('refused')));
  return isTrouble(said) ? said : list(said.data.items);
}

const listOf = (path: string, keys: Keys): ListRule =>
  function* (search, cursor): Steps<OnCallPage | Trouble> {
    const p = pageNumber(cursor, 1);
    const query = search.trim();
    const found = yield* itemsOf(path, { p, limit: PER_PAGE, ...(query !== '' && { query }) });
    if (isTrouble(found)) return found;
    const entries = found.flatMap((value) => entryOf(value, keys) ?? []);
    return found.length < PER_PAGE ? { entries } : { entries, next: String(p + 1) };
  };

/** Each rule with the channel it belongs to. */
function* rules(search: string, cursor: string): Steps<OnCallPage | Trouble> {
  const p = pageNumber(cursor, 1);
  const channels = yield* itemsOf('/channel/list', { p, limit: CHANNELS_PER_PAGE });
  if (isTrouble(channels)) return channels;
  const entries: OnCallListed[] = [];
  for (const channel of channels) {
    const { channel_id, channel_name } = record(channel);
    const found = yield* itemsOf('/channel/escalate/rule/list', { channel_id });
    if (isTrouble(found)) return found;
    const of = found.map((rule) => ({ ...record(rule), channel_name }));
    entries.push(
      ...of.flatMap((rule) => entryOf(rule, ['rule_id', 'rule_name', 'channel_name']) ?? []),
    );
  }
  const wanted = entries.filter(({ id, name, detail }) => matches(search, [id, name, detail]));
  return channels.length < CHANNELS_PER_PAGE
    ? { entries: wanted }
    : { entries: wanted, next: String(p + 1) };
}

/** https://docs.flashcat.cloud/en/openapi */
export const lists: OnCallPlatform['lists'] = {
  people: listOf('/member/list', ['member_id', 'member_name', 'email']),
  'escalation-policies': rules,
  schedules: listOf('/schedule/list', ['schedule_id', 'schedule_name', 'description']),
  teams: listOf('/team/list', ['team_id', 'team_name', 'description']),
  'flashduty-channels': listOf('/channel/list', ['channel_id', 'channel_name', 'description']),
};
