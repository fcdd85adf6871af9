import { isObject, type JsonObject, textOf } from '../../../judging/shape';
import { fallbackText } from '../../fallback-text';
import { sizeOf } from '../../size';
import { conversationOf } from '../access';
import { contentObjection, written } from '../content';
import { messageObject } from '../message-object';
import { type Call, type Method, type Outcome, refused } from '../method';
import { ownPostOf } from '../own-post';
import type { Post } from '../workspace';

const LONGEST_TEXT = 4000;

/** https://docs.slack.dev/reference/methods/chat.update */
export const chatUpdate: Method = { scopes: ['chat:write'], rate: 'tier3', run };

function run(call: Call): Outcome {
  const { args, workspace } = call;
  const place = conversationOf(call);
  if ('conversation' in place && place.conversation.archived) {
    const { name, note } = place.conversation;
    return refused('is_inactive', `${name} takes no changes. ${note}`);
  }
  const found = ownPostOf(call, 'cant_update_message');
  if ('objection' in found) return found;
  const { post } = found;
  const { conversation, ts, pings } = post;
  const objection = contentObjection(args);
  if (objection) return { objection };
  if (textOf(args.text).length > LONGEST_TEXT) {
    return refused('msg_too_long', `The text is longer than ${LONGEST_TEXT} characters.`);
  }
  const changed = { ...post, ...changes(post, args, workspace.nextTs()) };
  workspace.keep(changed);
  const { payload } = changed;
  const text = textOf(payload.text);
  const size = sizeOf(payload);
  return {
    says: { channel: conversation.id, ts, text, message: messageObject(changed) },
    does: 'update',
    // A change notifies nobody: whom the message pinged, it pinged when it was posted.
    message: {
      channel: conversation.name,
      text: fallbackText(payload),
      payload,
      pings,
      size,
      ref: ts,
    },
  };
}

/**
 * A text without blocks takes the old blocks away; attachments and metadata stay unless they are
 * given, and empty ones remove them. With blocks nobody sees that the message was edited.
 */
function changes({ payload: old }: Post, args: JsonObject, now: string): Partial<Post> {
  const next = written(args);
  const kept = next.text === undefined ? { ...old } : { ...old, blocks: undefined };
  const payload = defined({ ...kept, ...next });
  if (isObject(payload.metadata) && Object.keys(payload.metadata).length === 0) {
    delete payload.metadata;
  }
  return next.blocks === undefined ? { payload, editedAt: now } : { payload };
}

const defined = (value: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined));
