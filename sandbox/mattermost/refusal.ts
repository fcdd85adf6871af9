import { jsonText, plainText } from '../judging/answers';
import { type Objection as AnyObjection, refuser } from '../judging/refusal';
import type { Answer } from '../platform';

const WEB = 'https://github.com/mattermost/mattermost/blob/master/server/channels/web/webhook.go';
const APP = 'https://github.com/mattermost/mattermost/blob/master/server/channels/app/webhook.go';
const ATTACHMENT =
  'https://github.com/mattermost/mattermost/blob/master/server/public/model/message_attachment.go';
const RATE =
  'https://github.com/mattermost/mattermost/blob/master/server/channels/app/ratelimit.go';
const TOO_LARGE = 'https://github.com/mattermost/mattermost/issues/30071';

interface Row {
  status: number;
  source: string;
  /** What people are told; since version 9 everything the hook's own handler refuses is `general`. */
  id?: 'decode';
}

/** The server's own reasons, the middle of `web.incoming_webhook.….app_error`. */
const refusals = {
  not_found: { status: 404, source: WEB },
  too_large: { status: 400, source: TOO_LARGE, id: 'decode' },
  decode: { status: 400, source: WEB, id: 'decode' },
  disabled: { status: 501, source: APP },
  text: { status: 400, source: APP },
  invalid: { status: 400, source: APP },
  user: { status: 403, source: APP },
  person: { status: 400, source: APP },
  channel: { status: 404, source: APP },
  channel_locked: { status: 403, source: APP },
  permissions: { status: 403, source: APP },
  priority: { status: 400, source: APP },
  post_type: { status: 400, source: APP },
  attachments: { status: 400, source: ATTACHMENT },
  rate_limited: { status: 429, source: RATE },
} as const satisfies Record<string, Row>;

export type RefusalCode = keyof typeof refusals;

export type Objection = AnyObjection<RefusalCode>;

/** In production the reason stays in the log, and the message holds the id of the hook. */
export function refuserFor(hookId: string) {
  return refuser<RefusalCode, Row>(refusals, ({ status, id }, { code, headers }) => {
    if (code === 'not_found') return plainText(404, '404 page not found\n');
    if (code === 'rate_limited') return plainText(429, 'limit exceeded\n', headers);
    return appError(status, id ?? 'general', hookId);
  });
}

/** Before the id of a hook is known. */
export const refuse = refuserFor('');

function appError(status: number, id: 'decode' | 'general', hookId: string): Answer {
  const did = id === 'decode' ? 'decode' : 'handle';
  return jsonText(status, {
    id: `web.incoming_webhook.${id}.app_error`,
    message: `Failed to ${did} the payload of media type application/json for incoming webhook ${hookId}.`,
    detailed_error: '',
    request_id: 'sandboxsandboxsandboxsandb',
    status_code: status,
  });
}
