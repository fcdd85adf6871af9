import { jsonText } from '../../judging/answers';
import { type Objection, refuser } from '../../judging/refusal';
import type { JsonObject } from '../../judging/shape';
import type { Refused } from '../../platform';
import { viewRefusals } from '../views/refusals';

const METHODS = 'https://docs.slack.dev/reference/methods';
const POST_MESSAGE = `${METHODS}/chat.postMessage`;
const UPDATE = `${METHODS}/chat.update`;
const LIST = `${METHODS}/conversations.list`;
const OPEN = `${METHODS}/conversations.open`;
const AUTH_TEST = `${METHODS}/auth.test`;
const WEB_API = 'https://docs.slack.dev/apis/web-api';

interface Row {
  source: string;
  /** The word of the answer, where it is not the code. */
  word?: string;
  /** 200 unless told: the body says that it is a refusal. */
  status?: number;
}

/** The error words of the Web API and where each is documented. */
const refusals = {
  unknown_method: { source: WEB_API },
  invalid_json: { source: WEB_API },
  json_not_object: { source: WEB_API },
  invalid_arg_name: { source: AUTH_TEST },
  invalid_array_arg: { source: AUTH_TEST },
  invalid_charset: { source: AUTH_TEST },
  invalid_form_data: { source: AUTH_TEST },
  invalid_post_type: { source: AUTH_TEST },
  missing_post_type: { source: AUTH_TEST },
  not_authed: { source: AUTH_TEST },
  invalid_auth: { source: AUTH_TEST },
  account_inactive: { source: AUTH_TEST },
  token_expired: { source: AUTH_TEST },
  not_allowed_token_type: { source: `${METHODS}/apps.connections.open` },
  missing_scope: { source: 'https://docs.slack.dev/reference/scopes' },
  invalid_arguments: { source: POST_MESSAGE },
  channel_not_found: { source: POST_MESSAGE },
  not_in_channel: { source: POST_MESSAGE },
  is_archived: { source: POST_MESSAGE },
  restricted_action: { source: POST_MESSAGE },
  restricted_action_read_only_channel: { source: POST_MESSAGE },
  no_text: { source: POST_MESSAGE },
  msg_too_long: { source: UPDATE },
  too_many_attachments: { source: POST_MESSAGE },
  // In no list of errors of chat.postMessage, but in those of the methods beside it.
  invalid_attachments: { source: UPDATE },
  invalid_blocks: { source: POST_MESSAGE },
  invalid_blocks_format: { source: POST_MESSAGE },
  msg_blocks_too_long: { source: POST_MESSAGE },
  markdown_text_conflict: { source: POST_MESSAGE },
  invalid_metadata_format: { source: POST_MESSAGE },
  // Neither word is in the documentation of chat.postMessage; both were seen.
  invalid_thread_ts: { source: 'https://github.com/jenkinsci/slack-plugin/issues/584' },
  thread_not_found: { source: 'https://github.com/slackapi/bolt-js/issues/2307' },
  user_not_in_channel: { source: `${METHODS}/chat.postEphemeral` },
  message_not_found: { source: UPDATE },
  cant_update_message: { source: UPDATE },
  is_inactive: { source: UPDATE },
  cant_delete_message: { source: `${METHODS}/chat.delete` },
  method_not_supported_for_channel_type: { source: `${METHODS}/conversations.join` },
  invalid_cursor: { source: LIST },
  invalid_limit: { source: LIST },
  invalid_types: { source: LIST },
  users_list_not_supplied: { source: OPEN },
  user_not_found: { source: OPEN },
  user_disabled: { source: OPEN },
  users_not_found: { source: `${METHODS}/users.lookupByEmail` },
  rate_limited: { source: `${WEB_API}/rate-limits`, word: 'ratelimited', status: 429 },
} satisfies Record<string, Row>;

const all = { ...refusals, ...viewRefusals };

export type ApiCode = keyof typeof all;

/** What may be said to those who post and look up. */
export const apiCodes = Object.keys(refusals) as readonly (keyof typeof refusals)[];

export interface ApiObjection extends Objection<ApiCode> {
  /** What the answer says besides the word. */
  says?: JsonObject;
}

/** What every answer to a request carries: the scopes in its head, the warnings in its body. */
export interface Frame {
  headers: Record<string, string>;
  warnings: readonly string[];
}

export function refuse(objection: ApiObjection, frame: Frame, payload?: JsonObject): Refused {
  const { says = {}, ...plain } = objection;
  const write = refuser<ApiCode, Row>(all, ({ word, status = 200 }, { code, headers }) =>
    framed(status, { ok: false, error: word ?? code, ...says }, frame, headers),
  );
  return write(plain, payload);
}

export function framed(
  status: number,
  body: JsonObject,
  { headers, warnings }: Frame,
  more: Record<string, string> = {},
) {
  return jsonText(status, warned(body, warnings), { ...headers, ...more });
}

/** https://docs.slack.dev/apis/web-api#responses; each warning stands in the body twice. */
function warned(body: JsonObject, warnings: readonly string[]): JsonObject {
  if (warnings.length === 0) return body;
  const metadata = { ...(body.response_metadata as JsonObject | undefined), warnings };
  return { ...body, warning: warnings.join(','), response_metadata: metadata };
}
