import type { FakeAlert } from '../../alert';
import { type ApiError, bad, refuse, tell } from '../answer';
import type { Run } from '../call';
import { about } from '../find-alert';
import { paged } from '../paging';
import { toldAlert } from '../told';

const STATES = ['PENDING', 'ACCEPTED', 'RESOLVED'];

/** `GET /alerts/{id}`; what is included has to be asked for. */
export const getAlert = about((alert, { query }) =>
  tell(toldAlert(alert, query.getAll('include'))),
);

/** `GET /alerts`, newest first; filters it does not know are ignored. */
export const listAlerts: Run = ({ query, pane }) => {
  const wrong = filterError(query);
  if (wrong) return refuse(wrong);
  const found = [...pane.alerts].reverse().filter((alert) => matches(alert, query));
  const page = paged(found, query);
  if (!('items' in page)) return refuse(page);
  const include = query.getAll('include').filter((name) => name === 'nextEscalationUser');
  return tell(page.items.map((alert) => toldAlert(alert, include)));
};

/** `GET /alerts/count` */
export const countAlerts: Run = ({ query, pane }) => {
  const wrong = filterError(query);
  if (wrong) return refuse(wrong);
  return tell({ count: pane.alerts.filter((alert) => matches(alert, query)).length });
};

function filterError(query: URLSearchParams): ApiError | undefined {
  const state = query.getAll('states').find((one) => !STATES.includes(one));
  if (state !== undefined) return bad(`${JSON.stringify(state)} is no state of an alert.`);
  for (const name of ['sources', 'policies']) {
    const id = query.getAll(name).find((one) => !/^\d+$/.test(one));
    if (id !== undefined) return bad(`${name} holds ${JSON.stringify(id)}, which is no id.`);
  }
  for (const name of ['from', 'until']) {
    const date = query.get(name);
    if (date !== null && Number.isNaN(Date.parse(date))) return bad(`${name} is no date.`);
  }
  return undefined;
}

function matches(alert: FakeAlert, query: URLSearchParams): boolean {
  const one = (name: string, ...values: (string | number)[]) => {
    const wanted = query.getAll(name);
    return wanted.length === 0 || values.some((value) => wanted.includes(String(value)));
  };
  const people = alert.responders.flatMap(({ user }) => [user.id, user.username]);
  const time = Date.parse(alert.reportTime);
  const until = query.get('until');
  return (
    one('states', alert.status) &&
    one('sources', alert.story.source.id) &&
    one('policies', alert.policy.id) &&
    one('responders', ...people) &&
    time >= Date.parse(query.get('from') ?? '1970-01-01') &&
    (until === null || time <= Date.parse(until))
  );
}
