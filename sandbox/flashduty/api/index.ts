import { decodeJson, mediaTypeOf } from '../../judging/decode';
import { RateWindow } from '../../judging/rate-window';
import { isObject, type JsonObject } from '../../judging/shape';
import { shownQuery } from '../../judging/shown-query';
import { byKeyOf } from '../../oncall/actor';
import type { OnCallApi, OpenApi } from '../../oncall/api';
import { Behaviour } from '../../oncall/behaviour';
import type { Pane } from '../../oncall/pane';
import type { ChatSettings, Verdict, WireRequest } from '../../platform';
import type { FakeIncident } from '../incident';
import { type ApiError, invalid, rateLimited, refuse } from './answer';
import { behaviourSchema } from './behaviour';
import { accountsAt, INTEGRATION, type Key, keys } from './keys';
import { push } from './methods/push';
import { isKnown, PUSH, routes } from './routes';

/** https://docs.flashcat.cloud/en/openapi/introduction */
export const api: OnCallApi<FakeIncident> = {
  accounts: accountsAt,
  channelOf: ({ body }) => incidentIn(body),
  redact: ({ path, query }) => (isKnown(path) ? path : '/…') + shownQuery(query, QUERY),
  rateLimited,
  open,
};

const QUERY = { open: [], secret: ['app_key', 'integration_key'] };

function open(pane: Pane<FakeIncident>, settings: ChatSettings): OpenApi {
  const { now } = settings;
  const ofAccount = limits('the account', 50, settings);
  const ofIntegration = limits('the integration', 100, settings);
  const behaviour = new Behaviour(behaviourSchema);

  function judge(request: WireRequest): Verdict {
    const verdict = request.path === PUSH ? judgePush(request) : judgeCall(request);
    const isHidden = verdict.verdict === 'refused' && behaviour.chosen.errorsAs === 'ok';
    return isHidden ? { ...verdict, answer: { ...verdict.answer, status: 200 } } : verdict;
  }

  function judgeCall(request: WireRequest): Verdict {
    const method = Object.hasOwn(routes, request.path) ? routes[request.path] : undefined;
    if (!method) return refuse({ code: 'RouteNotFound', reason: 'Flashduty has no such method.' });
    const key = keyIn(request);
    if ('code' in key) return refuse(key);
    const body = ofAccount.enter() ?? bodyIn(request);
    if ('code' in body) return refuse(body);
    if (method.changes && key.readOnly) {
      return refuse({ code: 'AccessDenied', reason: key.note });
    }
    pane.settle();
    const { owner } = key;
    const call = { owner, by: byKeyOf(owner), pane, silences: behaviour.chosen, now: now() };
    return method.run(body.payload, call);
  }

  /** Events need no key of a person: the integration's stands in the address. */
  function judgePush(request: WireRequest): Verdict {
    if (request.query.get('integration_key') !== INTEGRATION.key) {
      const reason = 'integration_key is not a valid one';
      return refuse({ ...invalid(reason), message: reason });
    }
    const body = ofIntegration.enter() ?? bodyIn(request);
    return 'code' in body ? refuse(body) : push(body.payload, { pane, now: now() });
  }

  function reset(): void {
    ofAccount.clear();
    ofIntegration.clear();
    behaviour.reset();
  }

  return { judge, behaviour: behaviour.router, reset };
}

/** 1,000 a minute and 50 a second; 100 a second for events. https://docs.flashcat.cloud/en/api-reference/on-call/incidents/incident-ack */
function limits(name: string, perSecond: number, settings: ChatSettings) {
  const words = 'Flashduty allows';
  const windows = [
    new RateWindow({ words, places: perSecond, milliseconds: 1000 }, settings),
    new RateWindow({ words, places: 1000, milliseconds: 60_000 }, settings),
  ];
  return {
    enter: (): ApiError | undefined => {
      for (const window of windows) {
        const tooMany = window.enter(name);
        if (tooMany) return { code: 'rate_limited', reason: tooMany.reason };
      }
      return undefined;
    },
    clear: () => {
      for (const window of windows) window.clear();
    },
  };
}

/** A key is a query parameter; a header is not looked at. */
function keyIn({ query }: WireRequest): Key | ApiError {
  const wanted = query.get('app_key');
  const key = keys.find(({ appKey }) => appKey === wanted);
  if (key && !key.revoked) return key;
  const reason = wanted
    ? (key?.note ?? 'Nobody has this key; GET /inspect/oncalls lists those that exist.')
    : 'The query has no app_key.';
  return { code: 'Unauthorized', reason };
}

function bodyIn(request: WireRequest): { payload: JsonObject } | ApiError {
  const { method, headers, body } = request;
  if (method !== 'POST') {
    return { code: 'MethodNotAllowed', reason: `It is called with POST, not ${method}.` };
  }
  if (mediaTypeOf(headers) !== 'application/json') {
    return { code: 'InvalidContentType', reason: 'The body is not application/json.' };
  }
  const decoded = decodeJson(body);
  return 'flaw' in decoded ? invalid(decoded.flaw) : decoded;
}

/** The incident a body names, or the first of several. */
function incidentIn(body: Buffer): string | undefined {
  const decoded = decodeJson(body);
  if ('flaw' in decoded || !isObject(decoded.payload)) return undefined;
  const { incident_id, incident_ids } = decoded.payload;
  const id = incident_id ?? (Array.isArray(incident_ids) ? incident_ids[0] : undefined);
  return typeof id === 'string' ? id : undefined;
}
