import { textOf } from '../../../judging/shape';
import { apps } from '../apps';
import type { Call, Method, Outcome } from '../method';
import { pageOf } from '../paging';
import { people } from '../people';
import { botObject, userObject } from '../user-object';

/** Everybody, where no limit is asked for. */
const USUAL = 1000;

/** https://docs.slack.dev/reference/methods/users.list */
export const usersList: Method = { scopes: ['users:read'], rate: 'tier2', run };

function run({ app, args }: Call): Outcome {
  const members = [
    ...people.map((person) => userObject(person, app)),
    ...apps.filter(({ refusal }) => !refusal).map(botObject),
  ].map((member) => ({ ...member, id: textOf(member.id) }));
  const page = pageOf(members, args, USUAL);
  if ('objection' in page) return page;
  const { items, next_cursor } = page;
  return { says: { members: items, cache_ts: 1_498_777_272, response_metadata: { next_cursor } } };
}
