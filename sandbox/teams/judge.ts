import { decodeJson, mediaTypeOf } from '../judging/decode';
import type { HookRow } from '../judging/hook-table';
import { RateWindow } from '../judging/rate-window';
import type { JsonObject } from '../judging/shape';
import type { ChatReceiver, ChatSettings, Verdict, WireRequest } from '../platform';
import { createApi, isApi } from './api';
import { Activities } from './api/activities';
import { Conversations } from './api/conversations';
import type { State } from './api/state';
import { cardTexts } from './card-texts';
import { flowObjection } from './flow';
import { hooks, isFlow } from './hooks';
import { cardsIn, pingsOf } from './message';
import { createPeople } from './people';
import { SigningKeys } from './people/signing-keys';
import { rateObjection, rateRule } from './rate';
import { ACCEPTED, type Objection, type RefusalCode, refuse } from './refusal';
import { sizeOf } from './size';

type Flow = HookRow<RefusalCode>;

export function createJudge(settings: ChatSettings): ChatReceiver {
  const window = new RateWindow(rateRule, settings);
  const state = newState();
  const api = createApi(settings, state);
  const { people, control } = createPeople(settings.desk, state);

  function judge(request: WireRequest): Verdict {
    if (isApi(request.path)) return api.judge(request);
    const flow = hooks.find(request);
    if (!flow) return refuse(isFlow(request) ? notSigned(request) : UNKNOWN);
    if (request.method !== 'POST') return refuse(POST_ONLY);
    if (flow.refusal && !runs(flow)) return refuse(closed(flow, flow.refusal));
    const decoded = decode(request);
    if ('flaw' in decoded) return refuse({ code: decoded.code, reason: decoded.flaw });
    const { payload } = decoded;
    const objection =
      rateObjection(window, flow.channel) ??
      flowObjection(payload) ??
      (flow.refusal && closed(flow, flow.refusal));
    return objection ? refuse(objection, payload) : accept(flow, payload);
  }

  function reset(): void {
    window.clear();
    api.reset();
  }

  return { judge, reset, people, control };
}

const newState = (): State => ({
  activities: new Activities(),
  conversations: new Conversations(),
  keys: new SigningKeys(),
});

const UNKNOWN = {
  code: 'WorkflowNotFound',
  reason: 'No flow has this address; GET /inspect/hooks lists those that exist.',
} as const;

const POST_ONLY = {
  code: 'MethodNotAllowed',
  reason: 'The trigger of the flow takes POST requests only.',
  headers: { allow: 'POST' },
} as const;

function notSigned({ query }: WireRequest): Objection {
  if (query.get('sig')) {
    return { code: 'AuthorizationFailed', reason: 'The signature of the address is not valid.' };
  }
  const reason = 'The request must be authenticated only by Shared Access scheme: it has no sig.';
  return { code: 'DirectApiAuthorizationRequired', reason };
}

/** Does the flow itself run, and what is wrong with it shows only then? */
function runs({ refusal }: Flow): boolean {
  return refusal === 'BotNotInConversationRoster';
}

function closed({ channel, note }: Flow, code: RefusalCode): Objection {
  return { code, reason: `${channel} takes no messages. ${note}` };
}

/** A body of another type reaches the flow as a text, which is no message. */
function decode({ headers, body }: WireRequest) {
  const mediaType = mediaTypeOf(headers);
  if (mediaType !== 'application/json') {
    const flaw = `The content type is ${mediaType || 'missing'}; the trigger expects an object, as JSON.`;
    return { code: 'TriggerInputSchemaMismatch', flaw } as const;
  }
  const decoded = decodeJson(body);
  return 'flaw' in decoded ? ({ code: 'InvalidRequestContent', ...decoded } as const) : decoded;
}

function accept(flow: Flow, payload: JsonObject): Verdict {
  const cards = cardsIn(payload);
  return {
    verdict: 'accepted',
    message: {
      channel: flow.channel,
      text: cards.flatMap((card) => cardTexts(card).all).join('\n'),
      payload,
      pings: pingsOf(cards),
      size: sizeOf(cards),
    },
    answer: ACCEPTED,
  };
}
