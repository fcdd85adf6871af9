import { fallbackText } from '../../fallback-text';
import { pingsOf } from '../../pings';
import { sizeOf } from '../../size';
import { destinationOf } from '../access';
import { contentObjection, written } from '../content';
import { messageObject } from '../message-object';
import type { Call, Method, Outcome } from '../method';
import { requiredObjection } from '../required';
import { threadOf } from '../thread';

/** https://docs.slack.dev/reference/methods/chat.postMessage */
export const chatPostMessage: Method = { scopes: ['chat:write'], run };

function run(call: Call): Outcome {
  const { app, args, workspace, pace } = call;
  const wrong = requiredObjection(args, 'channel');
  if (wrong) return { objection: wrong };
  const found = destinationOf(call);
  if ('objection' in found) return found;
  const { conversation } = found;
  const thread = threadOf(workspace, conversation, args);
  if ('objection' in thread) return thread;
  const objection = contentObjection(args) ?? pace.enter('posting', conversation.name);
  if (objection) return { objection };
  const { parent } = thread;
  const payload = written(args);
  const pings = pingsOf(payload);
  const ts = workspace.nextTs();
  const post = { ts, conversation, by: app, payload, pings, ...(parent && { parent }) };
  workspace.keep(post);
  workspace.open(conversation);
  return {
    says: { channel: conversation.id, ts, message: messageObject(post) },
    message: {
      channel: conversation.name,
      text: fallbackText(payload),
      payload,
      pings,
      size: sizeOf(payload),
      ref: ts,
      ...(parent && { replyTo: parent.ts }),
    },
  };
}
