import { fallbackText } from '../../fallback-text';
import { pingsOf } from '../../pings';
import { sizeOf } from '../../size';
import { destinationOf } from '../access';
import { contentObjection, written } from '../content';
import { type Call, type Method, type Outcome, refused } from '../method';
import { personCalled } from '../people';
import { requiredObjection } from '../required';
import { threadOf } from '../thread';

/**
 * https://docs.slack.dev/reference/methods/chat.postEphemeral: nothing is kept of the message, so
 * that no method can change or answer it.
 */
export const chatPostEphemeral: Method = { scopes: ['chat:write'], rate: 'tier4', run };

function run(call: Call): Outcome {
  const { app, args, workspace } = call;
  const wrong = requiredObjection(args, 'channel', 'user');
  if (wrong) return { objection: wrong };
  const found = destinationOf(call);
  if ('objection' in found) return found;
  const { conversation } = found;
  const person = personCalled(String(args.user));
  if (!person || !workspace.isMember(conversation, person.id)) {
    return refused('user_not_in_channel', `${conversation.name} has no such member.`);
  }
  const thread = threadOf(workspace, conversation, args);
  if ('objection' in thread) return thread;
  const objection = contentObjection(args);
  if (objection) return { objection };
  const payload = written(args);
  const ts = workspace.nextTs();
  workspace.whisper(ts, app);
  return {
    says: { message_ts: ts },
    message: {
      channel: conversation.name,
      text: fallbackText(payload),
      payload,
      pings: pingsOf(payload),
      size: sizeOf(payload),
      ref: ts,
      onlyFor: `@${person.username}`,
      ...(thread.parent && { replyTo: thread.parent.ts }),
    },
  };
}
