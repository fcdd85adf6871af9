import type { Person } from '../../../oncall/people';
import type { FakeAlert } from '../../alert';
import { type Policy, policies, schedules } from '../../policies';
import { type ApiError, bad, missing, refuse } from '../answer';
import type { Call } from '../call';
import { about, changed, closedError } from '../find-alert';
import { userOf } from '../keys';

interface Goal {
  user: Person | undefined;
  policy?: Policy;
}

/** `PUT /alerts/{id}/assign?user=…`, or `policy=`, or `schedule=`. Whoever gets it has not accepted it. */
export const assignAlert = about((alert, call) => {
  const closed = closedError(alert, call);
  if (closed) return refuse(closed);
  const goal = goalIn(call);
  if ('code' in goal) return refuse(goal);
  assign(alert, goal);
  call.pane.tell(alert, 'alert-assigned', call.by);
  return changed(alert, call);
});

function assign(alert: FakeAlert, { user, policy }: Goal): void {
  alert.status = 'PENDING';
  alert.resolvedOn = undefined;
  alert.escalates = policy !== undefined;
  if (policy) alert.policy = policy;
  alert.responders = user ? [{ user, status: 'PENDING' }] : [];
}

function goalIn({ query }: Call): Goal | ApiError {
  const given = ['user', 'policy', 'schedule'].filter((name) => query.has(name));
  const [name] = given;
  if (name === undefined || given.length > 1) {
    return bad('Exactly one of user, policy and schedule says to whom.');
  }
  const id = query.get(name) ?? '';
  if (!/^\d+$/.test(id)) return bad(`${name} is no numeric id.`);
  if (name === 'user') return userGoal(id);
  return name === 'policy' ? policyGoal(id) : scheduleGoal(id);
}

function userGoal(id: string): Goal | ApiError {
  const user = userOf(id);
  return user ? { user } : missing('user', id);
}

function policyGoal(id: string): Goal | ApiError {
  const policy = policies.find((one) => one.id === Number(id));
  return policy ? { user: policy.levels[0], policy } : missing('escalation policy', id);
}

function scheduleGoal(id: string): Goal | ApiError {
  const schedule = schedules.find((one) => one.id === Number(id));
  if (!schedule) return missing('schedule', id);
  return schedule.onCall
    ? { user: schedule.onCall }
    : bad(`Nobody is on call in ${schedule.name}.`);
}
