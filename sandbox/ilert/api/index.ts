import { mediaTypeOf } from '../../judging/decode';
import { RateWindow, secondsOf } from '../../judging/rate-window';
import { shownQuery } from '../../judging/shown-query';
import { byKeyOf } from '../../oncall/actor';
import type { OnCallApi, OpenApi } from '../../oncall/api';
import { Behaviour } from '../../oncall/behaviour';
import type { Pane } from '../../oncall/pane';
import type { Verdict, WireRequest } from '../../platform';
import type { FakeAlert } from '../alert';
import { Actions } from './actions';
import { type ApiError, rateLimited, refuse } from './answer';
import { authenticate } from './auth';
import { behaviourSchema } from './behaviour';
import { eventBody, read } from './body';
import { accountsAt, mayAtLeast } from './keys';
import { postEvent } from './methods/post-event';
import { routeOf, shownPath } from './routes';
import { sourceOfKey } from './sources';
import { appAccount, Tokens } from './tokens';

const MINUTE_MS = 60_000;
const TOKEN_PATH = '/developers/oauth2/token';

/** https://api.ilert.com/api-docs/ */
export const api: OnCallApi<FakeAlert> = {
  accounts: (origin) => [...accountsAt(origin), appAccount(origin)],
  channelOf: ({ path }) => /^\/alerts\/(\d+)/.exec(path)?.[1],
  redact: ({ path, query }) => shownPath(path) + shownQuery(query, { open: OPEN, secret: [] }),
  rateLimited,
  open,
};

const OPEN = [
  ...['start-index', 'max-results', 'include', 'states', 'sources', 'policies', 'responders'],
  ...['from', 'until', 'user', 'policy', 'schedule', 'lang', 'filter-types', 'source', 'connector'],
  ...['policy-levels', 'schedules', 'users', 'expand', 'timezone'],
];

function open(pane: Pane<FakeAlert>, settings: Parameters<typeof api.open>[1]): OpenApi {
  const { now } = settings;
  // https://docs.ilert.com/rest-api/alertsource-throttle
  const ofKeys = new RateWindow({ ...PER_MINUTE, places: 120 }, settings);
  const ofSources = new RateWindow({ ...PER_MINUTE, places: 50 }, settings);
  const actions = new Actions(pane);
  const tokens = new Tokens();
  const behaviour = new Behaviour(behaviourSchema);

  function judge(request: WireRequest): Verdict {
    if (request.method === 'POST' && request.path === '/events') return judgeEvent(request);
    if (request.method === 'POST' && request.path === TOKEN_PATH)
      return tokens.issue(request, now());
    const session = authenticate(request, tokens, now());
    if ('code' in session) return refuse(session);
    const { owner, role } = session;
    const tooMany = limit(ofKeys, session.id);
    if (tooMany) return refuse(tooMany);
    const route = routeOf(request.method, request.path);
    if (!route) return refuse({ code: 'NOT_FOUND', reason: 'ilert has no such method.' });
    if (!mayAtLeast(role, route.method.least)) {
      const reason = `It takes the role ${route.method.least}; this key has ${role}.`;
      return refuse({ code: 'FORBIDDEN', reason });
    }
    const wrong = bodyError(request);
    if (wrong) return refuse(wrong);
    const { query, body } = request;
    const call = { owner, by: byKeyOf(owner), params: route.params, query, body, pane, actions };
    return route.method.run({ ...call, silences: behaviour.chosen, now: now() });
  }

  /** Events need no key of a user: the integration key is in their body. */
  function judgeEvent(request: WireRequest): Verdict {
    const wrong = bodyError(request);
    if (wrong) return refuse(wrong);
    const event = read(eventBody, request.body);
    if (!('value' in event)) return refuse(event);
    const source = sourceOfKey(event.value.integrationKey ?? event.value.apiKey ?? '');
    if (!source) {
      const reason = 'No alert source has it; GET /inspect/oncalls has one that works.';
      return refuse({ code: 'INVALID_INTEGRATION_KEY', reason });
    }
    const tooMany = limit(ofSources, source.name);
    return tooMany ? refuse(tooMany) : postEvent(event.value, source, { pane, now: now() });
  }

  function reset(): void {
    for (const each of [ofKeys, ofSources, actions, tokens]) each.clear();
    behaviour.reset();
  }

  return { judge, behaviour: behaviour.router, reset };
}

const PER_MINUTE = { words: 'ilert allows in a minute', milliseconds: MINUTE_MS };

function limit(window: RateWindow, name: string): ApiError | undefined {
  const tooMany = window.enter(name);
  if (!tooMany) return undefined;
  const seconds = String(secondsOf(tooMany.waitMilliseconds));
  return { code: 'rate_limited', reason: tooMany.reason, headers: { 'retry-after': seconds } };
}

function bodyError({ method, body, headers }: WireRequest): ApiError | undefined {
  if (method === 'GET' || body.length === 0 || mediaTypeOf(headers) === 'application/json') {
    return undefined;
  }
  return { code: 'UNSUPPORTED_MEDIA_TYPE', reason: 'The body is not application/json.' };
}
