import { plainText } from '../judging/answers';
import { decodeJson } from '../judging/decode';
import { RateWindow } from '../judging/rate-window';
import { type JsonObject, textOf } from '../judging/shape';
import type { ChatReceiver, ChatSettings, Verdict, WireRequest } from '../platform';
import { createApi, isApi } from './api';
import { attachmentsObjection } from './attachments';
import { CHANNELS, hooks, type MattermostHook, PEOPLE } from './hooks';
import { decodeObjection, postObjection, textObjection } from './message';
import { pingsOf } from './pings';
import { rateObjection, rateRule } from './rate';
import { type Objection, refuse, refuserFor } from './refusal';
import { sizeObjection, sizeOf } from './size';

type Found = MattermostHook | undefined;

/** Hooks and the API share one rate. For hooks in the order of the server: the text is looked at before the hook, the hook before the channel. */
export function createJudge(settings: ChatSettings): ChatReceiver {
  const window = new RateWindow(rateRule, settings);
  const api = createApi(settings);

  function judge(request: WireRequest): Verdict {
    const tooMany = rateObjection(window);
    if (tooMany) return refuse(tooMany);
    if (isApi(request.path)) return api.judge(request);
    const [, id] = /^\/hooks\/([A-Za-z0-9]+)$/.exec(request.path) ?? [];
    if (id === undefined || request.method !== 'POST') return refuse(NOT_FOUND);
    return judgePost(refuserFor(id), hooks.find(request), request.body);
  }

  function reset(): void {
    window.clear();
    api.reset();
  }

  return { judge, reset };
}

function judgePost(refuse: ReturnType<typeof refuserFor>, hook: Found, body: Buffer): Verdict {
  const sized = sizeObjection(body);
  if (sized) return refuse(sized);
  const decoded = decodeJson(body);
  if ('flaw' in decoded) return refuse({ code: 'decode', reason: decoded.flaw });
  const { payload } = decoded;
  const objection =
    decodeObjection(payload) ?? hookObjection(hook, payload) ?? messageObjection(payload);
  return objection || !hook ? refuse(objection ?? UNKNOWN_HOOK, payload) : accept(hook, payload);
}

const NOT_FOUND = {
  code: 'not_found',
  reason: 'No webhook has such an address; only POST reaches one.',
} as const;
const UNKNOWN_HOOK = {
  code: 'invalid',
  reason: 'No webhook has this id; GET /inspect/hooks lists those that exist.',
} as const;

function hookObjection(hook: Found, payload: JsonObject): Objection | undefined {
  if (hook?.refusal === 'disabled') return closed(hook);
  const empty = textObjection(payload);
  if (empty) return empty;
  if (!hook) return UNKNOWN_HOOK;
  if (hook.refusal === 'invalid') return closed(hook);
  return channelObjection(hook, textOf(payload.channel)) ?? closed(hook);
}

/** The option `channel`: a name, #name or @person. */
function channelObjection(hook: MattermostHook, asked: string): Objection | undefined {
  if (asked === '') return undefined;
  const name = asked.replace(/^[@#]/, '');
  if (asked.startsWith('@') && !PEOPLE.includes(name)) {
    return { code: 'person', reason: `Nobody is called ${asked}.` };
  }
  if (!asked.startsWith('@') && !CHANNELS.includes(name)) {
    return { code: 'channel', reason: `No channel of the team is called ${name}.` };
  }
  if (!hook.locked || name === hook.channel) return undefined;
  return { code: 'channel_locked', reason: `The webhook is locked to ${hook.channel}.` };
}

function closed({ channel, refusal, note }: MattermostHook): Objection | undefined {
  return refusal && { code: refusal, reason: `${channel} takes no messages. ${note}` };
}

function messageObjection(payload: JsonObject): Objection | undefined {
  return postObjection(payload) ?? attachmentsObjection(payload.attachments);
}

function accept(hook: MattermostHook, payload: JsonObject): Verdict {
  const asked = textOf(payload.channel).replace(/^#/, '');
  return {
    verdict: 'accepted',
    message: {
      channel: CHANNELS.includes(asked) ? asked : hook.channel,
      text: textOf(payload.text),
      payload,
      pings: pingsOf(payload),
      size: sizeOf(payload),
    },
    answer: plainText(200, 'ok'),
  };
}
