import { plainText } from '../judging/answers';
import { decodeJson } from '../judging/decode';
import { RateWindow } from '../judging/rate-window';
import { type JsonObject, textOf } from '../judging/shape';
import type { ChatReceiver, ChatSettings, Verdict, WireRequest } from '../platform';
import { isApi, judgeApi } from './api';
import { attachmentsObjection } from './attachments';
import { keepHookPost } from './hook-post';
import { CHANNELS, hooks, type MattermostHook, PEOPLE } from './hooks';
import { decodeObjection, postObjection, textObjection } from './message';
import { createPeople } from './people';
import { judgeCommandWebhook } from './people/command-webhook';
import { concealed } from './people/concealed';
import { controlOf } from './people/control';
import { rateObjection, rateRule } from './rate';
import { type Objection, refuse, refuserFor } from './refusal';
import { createServer, type Server } from './server';
import { sizeObjection } from './size';

type Found = MattermostHook | undefined;

/** Hooks and the API share one rate. For hooks in the order of the server: the text is looked at before the hook, the hook before the channel. */
export function createJudge(settings: ChatSettings): ChatReceiver {
  const window = new RateWindow(rateRule, settings);
  const server = createServer(settings);

  function judge(request: WireRequest): Verdict {
    const tooMany = rateObjection(window);
    if (tooMany) return refuse(tooMany);
    const verdict = isApi(request.path) ? judgeApi(server, request) : judgeHook(server, request);
    return 'payload' in verdict ? { ...verdict, payload: concealed(verdict.payload) } : verdict;
  }

  function reset(): void {
    window.clear();
    server.reset();
  }

  return { judge, reset, people: createPeople(server), control: controlOf(server) };
}

function judgeHook(server: Server, request: WireRequest): Verdict {
  const { path, method, body } = request;
  const [, commands, id] = /^\/hooks\/(commands\/)?([A-Za-z0-9]+)$/.exec(path) ?? [];
  if (id === undefined || method !== 'POST') return refuse(NOT_FOUND);
  if (commands) return judgeCommandWebhook(server, id, request);
  return judgePost(server, refuserFor(id), hooks.find(request), body);
}

function judgePost(
  server: Server,
  refuse: ReturnType<typeof refuserFor>,
  hook: Found,
  body: Buffer,
): Verdict {
  const sized = sizeObjection(body);
  if (sized) return refuse(sized);
  const decoded = decodeJson(body);
  if ('flaw' in decoded) return refuse({ code: 'decode', reason: decoded.flaw });
  const { payload } = decoded;
  const objection =
    decodeObjection(payload) ?? hookObjection(hook, payload) ?? messageObjection(payload);
  return objection || !hook
    ? refuse(objection ?? UNKNOWN_HOOK, payload)
    : accept(server, hook, payload);
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

function accept(server: Server, hook: MattermostHook, payload: JsonObject): Verdict {
  const asked = textOf(payload.channel).replace(/^#/, '');
  const channel = CHANNELS.includes(asked) ? asked : hook.channel;
  const message = keepHookPost(server, channel, payload);
  return { verdict: 'accepted', message, answer: plainText(200, 'ok') };
}
