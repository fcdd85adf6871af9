import { fullName } from '../../../oncall/actor';
import { everybody } from '../../../oncall/people';
import type { FakeAlert } from '../../alert';
import { policies, schedules } from '../../policies';
import { missing, refuse, tell } from '../answer';
import { read, responderBody } from '../body';
import { about, closedError } from '../find-alert';
import { userOf } from '../keys';
import { toldResponder } from '../told';

/** `GET /alerts/{id}/suggested-responders` */
export const suggestResponders = about((alert) => {
  const [first] = schedules;
  const suggested = first?.onCall ? [{ group: 'SUGGESTED', ...named(first.onCall) }] : [];
  const present = (id: number) => alert.responders.some(({ user }) => user.id === id);
  return tell([
    ...suggested.map((one) => ({ ...one, disabled: present(one.id) })),
    ...everybody.map((user) => ({ group: 'USER', ...named(user), disabled: present(user.id) })),
    ...policies.map(({ id, name }) => ({ group: 'ESCALATION_POLICY', id, name, disabled: false })),
    ...schedules.map(({ id, name, onCall }) => ({
      group: 'ON_CALL_SCHEDULE',
      id,
      name,
      disabled: onCall === undefined,
    })),
  ]);
});

const named = (user: (typeof everybody)[number]) => ({ id: user.id, name: fullName(user) });

/** `POST /alerts/{id}/responders` */
export const addResponder = about((alert, call) => {
  const body = read(responderBody, call.body);
  if (!('value' in body)) return refuse(body);
  const user = userOf(body.value);
  if (!user) return refuse(missing('user', body.value));
  const closed = closedError(alert, call);
  if (closed) return refuse(closed);
  if (indexOf(alert, user.id) >= 0) {
    return refuse({ code: 'RESPONDER_PRESENT', reason: `${fullName(user)} was called already.` });
  }
  const responder = { user, status: 'PENDING' as const };
  alert.responders.push(responder);
  call.pane.tell(alert, 'alert-responder-added', call.by);
  const { pane } = call;
  return { ...tell(toldResponder(responder), 201), afterwards: () => void pane.flush() };
});

/** `DELETE /alerts/{id}/responders/{user-id}` */
export const removeResponder = about((alert, call) => {
  const { params, pane, by } = call;
  const index = indexOf(alert, Number(params['user-id']));
  if (index < 0) return refuse(missing('responder', params['user-id'] ?? ''));
  alert.responders.splice(index, 1);
  pane.tell(alert, 'alert-responder-removed', by);
  return { ...tell(undefined, 204), afterwards: () => void pane.flush() };
});

const indexOf = ({ responders }: FakeAlert, id: number) =>
  responders.findIndex(({ user }) => user.id === id);
