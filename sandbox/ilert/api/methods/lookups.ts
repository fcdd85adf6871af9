import { z } from 'zod';
import { everybody } from '../../../oncall/people';
import { policies, schedules } from '../../policies';
import { missing, refuse, tell } from '../answer';
import { read } from '../body';
import type { Run } from '../call';
import { userOf } from '../keys';
import { paged } from '../paging';
import { sourceOf, sourceOfKey, sources } from '../sources';
import { shiftOf, toldPolicy, toldSchedule, toldSource, toldUser } from '../told';

/** One page of everything there is. */
const listOf =
  <T>(items: readonly T[], told: (item: T, now: number) => unknown, most: number): Run =>
  ({ query, now }) => {
    const page = paged(items, query, { usual: Math.min(50, most), most });
    return 'items' in page ? tell(page.items.map((item) => told(item, now))) : refuse(page);
  };

export const listSources = listOf(sources, toldSource, 50);
export const listPolicies = listOf(policies, toldPolicy, 50);
export const listSchedules = listOf(schedules, toldSchedule, 20);
export const listUsers = listOf(everybody, toldUser, 100);

/** `GET /alert-sources/{id}`, by its id or its integration key. */
export const getSource: Run = ({ params: { id = '' } }) => {
  const source = sourceOf(Number(id)) ?? sourceOfKey(id);
  return source ? tell(toldSource(source)) : refuse(missing('alert source', '…'));
};

export const getCurrentUser: Run = ({ owner }) => tell(toldUser(owner));

export const getUser: Run = ({ params: { id = '' } }) => {
  const user = userOf(id);
  return user ? tell(toldUser(user)) : refuse(missing('user', id));
};

/** `POST /users/search-email`, so that no address stands in a URL. */
export const searchEmail: Run = ({ body }) => {
  const wanted = read(z.looseObject({ email: z.string() }), body);
  if (!('value' in wanted)) return refuse(wanted);
  const email = wanted.value.email.trim().toLowerCase();
  const user = everybody.find((one) => one.email === email);
  return user ? tell(toldUser(user)) : refuse(missing('user', 'with this e-mail address'));
};

/** `GET /schedules/{id}/user-on-call`: a shift, or nothing where nobody is on call. */
export const getUserOnCall: Run = ({ params: { id = '' }, now }) => {
  const schedule = schedules.find((one) => String(one.id) === id);
  if (!schedule) return refuse(missing('schedule', id));
  return schedule.onCall ? tell(shiftOf(schedule.onCall, now)) : tell(undefined, 204);
};

/** `GET /on-calls`: who is called at each level of each policy. */
export const listOnCalls: Run = ({ query, now }) => {
  const duties = policies.flatMap((policy) =>
    policy.levels.map((user, index) => ({ policy, user, escalationLevel: index + 1 })),
  );
  const wants = (name: string, id: number) =>
    !query.has(name) || query.getAll(name).includes(String(id));
  const found = duties.filter(
    ({ policy, user }) => wants('policies', policy.id) && wants('users', user.id),
  );
  const page = paged(found, query, { most: 250 });
  if (!('items' in page)) return refuse(page);
  return tell(
    page.items.map(({ policy, user, escalationLevel }) => ({
      ...shiftOf(user, now),
      escalationPolicy: toldPolicy(policy),
      escalationLevel,
    })),
  );
};
