import { z } from 'zod';
import { ada, everybody, rota } from '../../../oncall/people';
import { ACCOUNT } from '../../body';
import { channels, RULE } from '../../channels';
import { memberOf, personOf } from '../../person';
import { missing, refuse, tell } from '../answer';
import { asking } from '../call';
import { page, pageOf } from '../shapes';

const search = z.looseObject({ ...page, query: z.string().nullish() });
const SINCE = 1_752_030_749;

const contains = (text: string, query: string | null | undefined) =>
  text.toLowerCase().includes((query ?? '').toLowerCase());

/** `/member/list`; the word is looked for in names and addresses. Phone numbers are masked. */
export const listMembers = asking(search, (wanted) => {
  const found = everybody
    .map(personOf)
    .filter(({ person_name, email }) => contains(`${person_name} ${email}`, wanted.query))
    .map(({ person_id, person_name, email }) => ({
      account_id: ACCOUNT.account_id,
      member_id: person_id,
      member_name: person_name,
      country_code: '',
      phone: '+49151****6519',
      email,
      phone_verified: true,
      email_verified: true,
      avatar: '',
      status: 'enabled',
      account_role_ids: [6],
      is_external: false,
      ref_id: '',
      created_at: SINCE,
      updated_at: SINCE,
    }));
  const { items, total } = pageOf(found, wanted);
  return tell({ p: wanted.p ?? 1, limit: wanted.limit ?? 20, total, items });
});

/** `/person/infos`; ids that are nobody's are left out. */
export const personInfos = asking(
  z.looseObject({ person_ids: z.array(z.int()) }),
  ({ person_ids }) => {
    const people = person_ids.flatMap((id) => memberOf(id) ?? []);
    const items = people.map((person) => ({
      account_id: ACCOUNT.account_id,
      ...personOf(person),
      phone_verified: true,
      email_verified: true,
      as: 'member',
      status: 'enabled',
    }));
    return tell({ items });
  },
);

const TEAM = { team_id: 4_291_079_133, team_name: 'Platform' };

/** `/team/list` */
export const listTeams = asking(search, (wanted) => {
  const person_ids = rota.map((person) => personOf(person).person_id);
  const creator = personOf(ada);
  const team = {
    account_id: ACCOUNT.account_id,
    ...TEAM,
    description: '',
    status: 'enabled',
    updated_by: creator.person_id,
    updated_by_name: creator.person_name,
    creator_id: creator.person_id,
    creator_name: creator.person_name,
    created_at: SINCE,
    updated_at: SINCE,
    person_ids,
    ref_id: '',
  };
  const found = [team].filter(({ team_name }) => contains(team_name, wanted.query));
  const { items, total } = pageOf(found, wanted);
  return tell({ p: wanted.p ?? 1, limit: wanted.limit ?? 20, total, items });
});

/** `/channel/list` */
export const listChannels = asking(search, (wanted) => {
  const found = channels
    .filter(({ channel_name, description }) =>
      contains(`${channel_name} ${description}`, wanted.query),
    )
    .map((channel) => ({
      ...channel,
      account_id: ACCOUNT.account_id,
      team_id: TEAM.team_id,
      creator_id: personOf(ada).person_id,
      status: 'enabled',
      is_private: false,
      created_at: SINCE,
      updated_at: SINCE,
    }));
  return tell(pageOf(found, wanted, 100));
});

/** `/channel/escalate/rule/list` */
export const listRules = asking(z.looseObject({ channel_id: z.int() }), ({ channel_id }) => {
  if (!channels.some((channel) => channel.channel_id === channel_id)) {
    return refuse(missing('channel', channel_id));
  }
  const rule = {
    account_id: ACCOUNT.account_id,
    ...RULE,
    description: '',
    priority: 0,
    aggr_window: 0,
    status: 'enabled',
    layers: rota.map((person) => ({
      max_times: 1,
      notify_step: 5,
      escalate_window: 5,
      target: { person_ids: [personOf(person).person_id] },
    })),
  };
  return tell({ items: channel_id === RULE.channel_id ? [rule] : [] });
});

/** `/schedule/list` */
export const listSchedules = asking(search, (wanted, { now }) => {
  const week = 7 * 24 * 3600;
  const start = Math.floor(now / 1000 / week) * week;
  const group = (person: (typeof rota)[number]) => ({
    group_name: 'A',
    members: [{ role_id: 0, person_ids: [personOf(person).person_id] }],
    start,
    end: start + week,
  });
  const schedule = {
    account_id: ACCOUNT.account_id,
    id: 5_789_640_530,
    name: 'Platform rota',
    schedule_id: 5_789_640_530,
    schedule_name: 'Platform rota',
    team_id: TEAM.team_id,
    description: '',
    cur_oncall: { start, end: start + week, group: group(rota[1]) },
    next_oncall: { start: start + week, end: start + 2 * week, group: group(rota[2]) },
  };
  const found = [schedule].filter(({ name }) => contains(name, wanted.query));
  const { items, total } = pageOf(found, wanted, 10);
  return tell({ items, total });
});
