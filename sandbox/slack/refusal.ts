import { plainText } from '../judging/answers';
import { type Objection as AnyObjection, refuser } from '../judging/refusal';

const WEBHOOKS = 'https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks';
const CHANGELOG =
  'https://api.slack.com/changelog/2016-05-17-changes-to-errors-for-incoming-webhooks';
const POST_MESSAGE = 'https://docs.slack.dev/reference/methods/chat.postMessage';
const RATE_LIMITS = 'https://docs.slack.dev/apis/web-api/rate-limits';
/** Slack's error words, the status each comes with, and where it is documented. */
export const refusals = {
  invalid_payload: { status: 400, source: CHANGELOG },
  no_text: { status: 400, source: WEBHOOKS },
  no_service: { status: 404, source: WEBHOOKS },
  no_active_hooks: { status: 404, source: WEBHOOKS },
  method_not_allowed: { status: 405, source: WEBHOOKS },
  channel_not_found: { status: 404, source: CHANGELOG },
  channel_is_archived: { status: 410, source: CHANGELOG },
  action_prohibited: { status: 403, source: CHANGELOG },
  posting_to_general_channel_denied: { status: 403, source: WEBHOOKS },
  too_many_attachments: { status: 400, source: POST_MESSAGE },
  invalid_attachments: { status: 400, source: POST_MESSAGE },
  invalid_blocks: { status: 400, source: POST_MESSAGE },
  invalid_blocks_format: { status: 400, source: POST_MESSAGE },
  // The limit is nowhere in the documentation: https://github.com/slackapi/bolt-js/issues/2509
  msg_blocks_too_long: { status: 400, source: POST_MESSAGE },
  rate_limited: { status: 429, source: RATE_LIMITS },
} as const;

export type RefusalCode = keyof typeof refusals;

export type Objection = AnyObjection<RefusalCode>;

export const refuse = refuser<RefusalCode, { status: number; source: string }>(
  refusals,
  ({ status }, { code, headers }) => plainText(status, code, headers),
);
