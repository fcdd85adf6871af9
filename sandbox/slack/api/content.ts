import { isObject, type JsonObject, textOf } from '../../judging/shape';
import { objectionTo } from '../message';
import type { Objection as HookObjection } from '../refusal';
import type { ApiCode, ApiObjection } from './refusal';

/** https://docs.slack.dev/reference/methods/chat.postMessage#arg_markdown_text */
const LONGEST_MARKDOWN = 12_000;

/** https://docs.slack.dev/reference/methods/chat.postMessage#truncating */
const LONGEST_TEXT = 40_000;

/** What is wrong with what a message says, if anything. */
export function contentObjection(args: JsonObject): ApiObjection | undefined {
  return markdownObjection(args) ?? hookObjection(written(args)) ?? metadataObjection(args);
}

/** The message that comes of the arguments: where it stands, and who asks, is no part of it. */
export function written({ channel, user, ts, thread_ts, ...args }: JsonObject): JsonObject {
  const { markdown_text: markdown, text, ...payload } = args;
  if (typeof markdown === 'string') {
    return { ...payload, blocks: [{ type: 'markdown', text: markdown }] };
  }
  if (text === undefined) return payload;
  return { text: typeof text === 'string' ? text.slice(0, LONGEST_TEXT) : text, ...payload };
}

function markdownObjection(args: JsonObject): ApiObjection | undefined {
  const { markdown_text: markdown, text, blocks } = args;
  if (markdown === undefined) return undefined;
  if (text !== undefined || blocks !== undefined) {
    const reason = 'markdown_text stands beside text or blocks.';
    return { code: 'markdown_text_conflict', reason };
  }
  if (textOf(markdown).length <= LONGEST_MARKDOWN) return undefined;
  return { code: 'msg_too_long', reason: `markdown_text is longer than ${LONGEST_MARKDOWN}.` };
}

const CODES: Partial<Record<HookObjection['code'], ApiCode>> = {
  no_text: 'no_text',
  too_many_attachments: 'too_many_attachments',
  invalid_attachments: 'invalid_attachments',
  invalid_blocks: 'invalid_blocks',
  invalid_blocks_format: 'invalid_blocks_format',
  msg_blocks_too_long: 'msg_blocks_too_long',
};

/** The rules of a webhook's message hold here too; the answer says where the block is wrong. */
function hookObjection(payload: JsonObject): ApiObjection | undefined {
  const objection = objectionTo(payload);
  if (!objection) return undefined;
  const { code: word, reason, source } = objection;
  const code = CODES[word] ?? 'invalid_arguments';
  const says = code === 'invalid_blocks' ? pointing(reason) : undefined;
  return { code, reason, ...(source !== undefined && { source }), ...(says && { says }) };
}

/** `blocks[1].elements: …` → `… [json-pointer:/blocks/1/elements]`, as Slack writes it. */
export function pointing(reason: string): JsonObject {
  const [, place = '', complaint = reason] = /^(\w+\S*): (.*)\.$/.exec(reason) ?? [];
  const pointer = `/${place.replaceAll(/[[.]/g, '/').replaceAll(']', '')}`;
  const error = place ? `${complaint} [json-pointer:${pointer}]` : complaint;
  return { errors: [error], response_metadata: { messages: [`[ERROR] ${error}`] } };
}

/** https://docs.slack.dev/messaging/message-metadata; how large it may be, nobody says. */
function metadataObjection({ metadata }: JsonObject): ApiObjection | undefined {
  if (metadata === undefined) return undefined;
  if (isObject(metadata)) {
    const { event_type: type, event_payload: payload } = metadata;
    const isEmpty = Object.keys(metadata).length === 0;
    if (isEmpty || (typeof type === 'string' && isObject(payload))) return undefined;
  }
  const reason = 'The metadata is no object with an event_type and an event_payload.';
  return { code: 'invalid_metadata_format', reason };
}
