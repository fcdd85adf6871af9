import type { ChatReceiver, ChatSettings, Verdict, WireRequest } from '../platform';
import { decode } from './decode';
import { findHook, type SlackHook } from './hooks';
import { objectionTo } from './message';
import { pingsOf } from './pings';
import { RateWindow } from './rate-window';
import { plainText, refuse } from './refusal';
import { fallbackText } from './shape';
import { sizeOf } from './size';

export function createJudge({ rateWindowScale, now }: ChatSettings): ChatReceiver {
  const window = new RateWindow(rateWindowScale, now);

  function judge(request: WireRequest): Verdict {
    const hook = findHook(request.path);
    if (!hook) return refuse(UNKNOWN_HOOK);
    if (request.method !== 'POST') return refuse(POST_ONLY);
    const decoded = decode(request);
    if ('code' in decoded) return refuse(decoded);
    const { payload } = decoded;
    const objection = channelObjection(hook) ?? objectionTo(payload) ?? window.enter(hook.channel);
    return objection ? refuse(objection, payload) : accept(hook, payload);
  }

  return { judge, reset: () => window.clear() };
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

function accept(hook: SlackHook, payload: Record<string, unknown>): Verdict {
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
