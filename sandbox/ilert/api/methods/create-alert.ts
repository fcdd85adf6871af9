import { policies } from '../../policies';
import { bad, refuse, tell } from '../answer';
import { type AlertBody, alertBody, read } from '../body';
import type { Call, Run } from '../call';
import { userOf } from '../keys';
import { openAlert } from '../open-alert';
import { sourceOf } from '../sources';
import { toldAlert } from '../told';

/** `POST /alerts` */
export const createAlert: Run = (call) => {
  const body = read(alertBody, call.body);
  if (!('value' in body)) return refuse(body);
  return create(body.value, call);
};

function create(wanted: AlertBody, { pane, by, now }: Call) {
  const source = sourceOf(wanted.alertSource.id);
  if (!source) return refuse(bad(`There is no alert source ${wanted.alertSource.id}.`), wanted);
  const policy = policyIn(wanted) ?? source.policy;
  if (policy === 'unknown') {
    return refuse(bad(`There is no escalation policy ${wanted.escalationPolicy?.id}.`), wanted);
  }
  const people = (wanted.responders ?? []).map(({ user }) => userOf(user.id));
  if (people.includes(undefined)) return refuse(bad('A responder is no user.'), wanted);
  const alert = openAlert(wanted, source, policy, now);
  alert.responders = people.flatMap((user) => (user ? [{ user, status: 'PENDING' }] : []));
  alert.escalates = people.length === 0;
  pane.remember(alert);
  pane.tell(alert, 'alert-created', by);
  const told = tell(toldAlert(alert), 201);
  return { ...told, payload: wanted, afterwards: () => void pane.flush() };
}

function policyIn({ escalationPolicy }: AlertBody) {
  if (!escalationPolicy) return undefined;
  return policies.find(({ id }) => id === escalationPolicy.id) ?? 'unknown';
}
