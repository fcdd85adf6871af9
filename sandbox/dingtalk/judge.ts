import { decodeJson, mediaTypeOf } from '../judging/decode';
import { RateWindow } from '../judging/rate-window';
import type { JsonObject } from '../judging/shape';
import type { ChatReceiver, ChatSettings, Verdict, WireRequest } from '../platform';
import { createApi, isApi } from './api';
import { World } from './api/world';
import { hooks, type Robot } from './hooks';
import { objectionTo, shownText } from './message';
import { createPeople } from './people';
import { controlRouter } from './people/control';
import { Mailbag } from './people/mailbag';
import { createSessionHook, SESSION_PATH } from './people/session-hook';
import { Sessions } from './people/sessions';
import { pingsOf } from './pings';
import { rateRule } from './rate';
import { OK, refuse } from './refusal';
import { securityObjection } from './security';
import { sizeObjection, sizeOf } from './size';
import { Gateway } from './stream/gateway';

/** In which order DingTalk checks is not documented; this one is ours. */
export function createJudge(settings: ChatSettings): ChatReceiver {
  const window = new RateWindow(rateRule, settings);
  const { desk } = settings;
  const world = new World(settings.now);
  const gateway = new Gateway(desk);
  const api = createApi(settings, world, gateway);
  const sessions = new Sessions(settings.now);
  const sessionHook = createSessionHook(sessions, settings);
  const mailbag = new Mailbag(desk, gateway);
  const hand = { desk, world, gateway, sessions, mailbag };

  function judgeHook(request: WireRequest): Verdict {
    if (request.method !== 'POST') return refuse(NEEDS_POST);
    const robot = hooks.find(request);
    if (!robot) return refuse(UNKNOWN_TOKEN);
    if (mediaTypeOf(request.headers) !== 'application/json') return refuse(NEEDS_JSON);
    const decoded = decodeJson(request.body);
    if ('flaw' in decoded) return refuse({ code: 'missing_parameter', reason: decoded.flaw });
    const { payload } = decoded;
    const objection =
      stateObjection(robot) ??
      sizeObjection(request.body) ??
      objectionTo(payload) ??
      securityObjection(robot, request, payload, settings.now()) ??
      window.enter(robot.channel);
    return objection ? refuse(objection, payload) : accept(robot, payload, request.body);
  }

  function judge(request: WireRequest): Verdict {
    if (isApi(request.path)) return api.judge(request);
    return request.path === SESSION_PATH ? sessionHook.judge(request) : judgeHook(request);
  }

  function reset(): void {
    for (const each of [window, sessionHook, sessions, mailbag]) each.clear();
    api.reset();
  }

  return { judge, reset, people: createPeople(hand), control: controlRouter(hand) };
}

const NEEDS_POST = { code: 'needs_post', reason: 'A robot takes POST requests only.' } as const;

const NEEDS_JSON = {
  code: 'bad_content_type',
  reason: 'The content type is not application/json.',
} as const;

const UNKNOWN_TOKEN = {
  code: 'token_unknown',
  reason: 'No robot has this access_token; GET /inspect/hooks lists those that exist.',
} as const;

const GONE: readonly unknown[] = ['robot_stopped', 'robot_not_found', 'group_dissolved'];

function stateObjection({ channel, refusal, note }: Robot) {
  if (!refusal || !GONE.includes(refusal)) return undefined;
  return { code: refusal, reason: `${channel} takes no messages. ${note}` };
}

function accept({ channel }: Robot, payload: JsonObject, body: Buffer): Verdict {
  return {
    verdict: 'accepted',
    message: {
      channel,
      text: shownText(payload),
      payload,
      pings: pingsOf(payload),
      size: sizeOf(body),
    },
    answer: OK,
  };
}
