import { type Method, readBy, respondBy } from './call';
import {
  createAction,
  getAction,
  listActions,
  removeAction,
  updateAction,
} from './methods/alert-actions';
import { assignAlert } from './methods/assign-alert';
import { acceptAlert, resolveAlert } from './methods/change-alert';
import { createAlert } from './methods/create-alert';
import { listLogEntries } from './methods/log-entries';
import {
  getCurrentUser,
  getSource,
  getUser,
  getUserOnCall,
  listOnCalls,
  listPolicies,
  listSchedules,
  listSources,
  listUsers,
  searchEmail,
} from './methods/lookups';
import { countAlerts, getAlert, listAlerts } from './methods/read-alerts';
import { addResponder, removeResponder, suggestResponders } from './methods/responders';

/** https://api.ilert.com/api-docs/, without those that are no method of a user's key. */
const METHODS: readonly [verb: string, path: string, method: Method][] = [
  ['GET', '/alerts', readBy(listAlerts)],
  ['POST', '/alerts', respondBy(createAlert)],
  ['GET', '/alerts/count', readBy(countAlerts)],
  ['GET', '/alerts/{id}', readBy(getAlert)],
  ['PUT', '/alerts/{id}/accept', respondBy(acceptAlert)],
  ['PUT', '/alerts/{id}/resolve', respondBy(resolveAlert)],
  ['PUT', '/alerts/{id}/assign', respondBy(assignAlert)],
  ['GET', '/alerts/{id}/suggested-responders', readBy(suggestResponders)],
  ['POST', '/alerts/{id}/responders', respondBy(addResponder)],
  ['DELETE', '/alerts/{id}/responders/{user-id}', respondBy(removeResponder)],
  ['GET', '/alerts/{id}/log-entries', readBy(listLogEntries)],
  ['GET', '/alert-sources', readBy(listSources)],
  ['GET', '/alert-sources/{id}', readBy(getSource)],
  ['GET', '/escalation-policies', readBy(listPolicies)],
  ['GET', '/schedules', readBy(listSchedules)],
  ['GET', '/schedules/{id}/user-on-call', readBy(getUserOnCall)],
  ['GET', '/on-calls', readBy(listOnCalls)],
  ['GET', '/users', readBy(listUsers)],
  ['GET', '/users/current', readBy(getCurrentUser)],
  ['GET', '/users/{id}', readBy(getUser)],
  ['POST', '/users/search-email', readBy(searchEmail)],
  ['GET', '/alert-actions', listActions],
  ['POST', '/alert-actions', createAction],
  ['GET', '/alert-actions/{id}', getAction],
  ['PUT', '/alert-actions/{id}', updateAction],
  ['DELETE', '/alert-actions/{id}', removeAction],
];

const ROUTES = METHODS.map(([verb, path, method]) => ({ verb, parts: path.split('/'), method }));

export interface Route {
  method: Method;
  params: Record<string, string>;
}

/** The method for a request; the first that fits. */
export function routeOf(verb: string, path: string): Route | undefined {
  for (const { verb: own, parts, method } of ROUTES) {
    const params = own === verb ? paramsIn(path, parts) : undefined;
    if (params) return { method, params };
  }
  return undefined;
}

/** A path of the API as it may be shown: an alert source may be named by its key. */
export function shownPath(path: string): string {
  if (path === '/events' || path.startsWith('/developers/oauth2/')) return path;
  if (!ROUTES.some(({ parts }) => paramsIn(path, parts))) return '/…';
  return path.replace(/^\/alert-sources\/(?!\d+$).+/, '/alert-sources/…');
}

function paramsIn(path: string, parts: readonly string[]): Record<string, string> | undefined {
  const given = path.split('/');
  if (given.length !== parts.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, part] of parts.entries()) {
    const value = given[index] ?? '';
    const name = /^\{(.+)\}$/.exec(part)?.[1];
    if (name === undefined ? value !== part : value === '') return undefined;
    if (name !== undefined) params[name] = value;
  }
  return params;
}
