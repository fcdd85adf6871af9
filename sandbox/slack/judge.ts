import { plainText } from '../judging/answers';
import type { HookRow } from '../judging/hook-table';
import { RateWindow } from '../judging/rate-window';
import type { JsonObject } from '../judging/shape';
import type { ChatReceiver, ChatSettings, Verdict, WireRequest } from '../platform';
import { createApi, isApi } from './api';
import { decode } from './decode';
import { fallbackText } from './fallback-text';
import { hooks } from './hooks';
import { objectionTo } from './message';
import { createPeople } from './people';
import { isResponse, judgeResponse } from './people/respond';
import { pingsOf } from './pings';
import { rateObjection, rateRule } from './rate';
import { type RefusalCode, refuse } from './refusal';
import { sizeOf } from './size';
import { clearWorld, createWorld } from './world';

type SlackHook = HookRow<RefusalCode>;

export function createJudge(settings: ChatSettings): ChatReceiver {
  const window = new RateWindow(rateRule, settings);
  const world = createWorld(settings.desk);
  const api = createApi(settings, world);
  const { people, control, forget } = createPeople(world);

  function judgeHook(request: WireRequest): Verdict {
    const hook = hooks.find(request);
    if (!hook) return refuse(UNKNOWN_HOOK);
    if (request.method !== 'POST') return refuse(POST_ONLY);
    const decoded = decode(request);
    if ('flaw' in decoded) return refuse({ code: 'invalid_payload', reason: decoded.flaw });
    const { payload } = decoded;
    const objection =
      channelObjection(hook) ?? objectionTo(payload) ?? rateObjection(window, hook.channel);
    return objection ? refuse(objection, payload) : accept(hook, payload);
  }

  const judge = (request: WireRequest) => {
    if (isApi(request.path)) return api.judge(request);
    return isResponse(request.path) ? judgeResponse(world, request) : judgeHook(request);
  };
  const reset = () => {
    window.clear();
    api.reset();
    clearWorld(world);
    forget();
  };
  return { judge, reset, people, control };
}

const UNKNOWN_HOOK = {
  code: 'no_service',
  reason: 'No webhook has this URL; GET /inspect/hooks lists those that exist.',
} as const;

const POST_ONLY = {
  code: 'method_not_allowed',
  reason: 'A webhook takes POST requests only.',
  headers: { allow: 'POST' },
} as const;

function channelObjection({ channel, refusal, note }: SlackHook) {
  return refusal && { code: refusal, reason: `${channel} takes no messages. ${note}` };
}

function accept(hook: SlackHook, payload: JsonObject): Verdict {
  return {
    verdict: 'accepted',
    message: {
      channel: hook.channel,
      text: fallbackText(payload),
      payload,
      pings: pingsOf(payload),
      size: sizeOf(payload),
    },
    answer: plainText(200, 'ok'),
  };
}
