import type { Accepted } from '../../../platform';
import { type ActionBody, actionBody } from '../action-body';
import type { Action } from '../actions';
import { type ApiError, bad, missing, refuse, tell } from '../answer';
import { read } from '../body';
import type { Call, Method, Run } from '../call';
import { paged } from '../paging';
import { sourceOf } from '../sources';

const ofUsers = (run: Run): Method => ({ least: 'USER', run });

/** `GET /alert-actions` */
const list: Run = ({ actions, query }) => {
  const [source, connector] = [query.get('source'), query.get('connector')];
  const found = actions
    .all()
    .filter(
      ({ alertSources, connectorId }) =>
        (source === null || alertSources.some(({ id }) => String(id) === source)) &&
        (connector === null || connectorId === connector),
    );
  const page = paged(found, query, { usual: 100 });
  return 'items' in page ? told(page.items.map(listed)) : refuse(page);
};

/** The condition is not in lists. */
const listed = ({ conditions: _, ...action }: Action) => action;

/** The answer holds the headers again, which may be passwords. */
function told(actions: Action | Action[], status = 200): Accepted {
  const { answer, ...verdict } = tell(actions, status);
  const hidden = Array.isArray(actions) ? actions.map(shown) : shown(actions);
  return { ...verdict, answer: { ...answer, shown: JSON.stringify(hidden) } };
}

const get: Run = ({ actions, params: { id = '' } }) => {
  const action = actions.find(id);
  return action ? told(action) : refuse(missing('alert action', id));
};

/** `POST /alert-actions`; 201, as ilert's own Go client expects where the reference says 200. */
const create: Run = (call) => {
  const wanted = wantedIn(call);
  if (!('value' in wanted)) return refuse(wanted);
  const { value } = wanted;
  return { ...told(call.actions.keep(value, call.now), 201), payload: shown(value) };
};

const update: Run = (call) => {
  const { actions, params, now } = call;
  const known = actions.find(params.id ?? '');
  if (!known) return refuse(missing('alert action', params.id ?? ''));
  const wanted = wantedIn(call);
  if (!('value' in wanted)) return refuse(wanted);
  if (wanted.value.connectorType !== known.connectorType) {
    return refuse(bad('The type of an alert action cannot be changed.'), shown(wanted.value));
  }
  return { ...told(actions.keep(wanted.value, now, known)), payload: shown(wanted.value) };
};

const remove: Run = ({ actions, params: { id = '' } }) => {
  if (!actions.find(id)) return refuse(missing('alert action', id));
  actions.remove(id);
  return tell(undefined, 204);
};

function wantedIn({ body }: Call): { value: ActionBody } | ApiError {
  const wanted = read(actionBody, body);
  if (!('value' in wanted)) return wanted;
  const { alertSources, alertSourceIds } = wanted.value;
  const ids = alertSources?.map(({ id }) => id) ?? alertSourceIds ?? [];
  const unknown = ids.find((id) => !sourceOf(id));
  return unknown === undefined ? wanted : bad(`There is no alert source ${unknown}.`);
}

/** The values of headers, and of the address's query, may be passwords. */
function shown({ params, ...rest }: ActionBody): object {
  const headers = params?.headers?.map(({ key }) => ({ key, value: '…' }));
  const webhookUrl = params?.webhookUrl?.replace(/\?.*/, '?…').replace(/\/\/[^/@]*@/, '//…@');
  return { ...rest, params: { ...params, webhookUrl, ...(headers && { headers }) } };
}

export const listActions = ofUsers(list);
export const getAction = ofUsers(get);
export const createAction = ofUsers(create);
export const updateAction = ofUsers(update);
export const removeAction = ofUsers(remove);
