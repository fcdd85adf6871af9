import { conversationOf } from './access';
import { type Call, refused } from './method';
import type { ApiCode, ApiObjection } from './refusal';
import { requiredObjection } from './required';
import type { Post } from './workspace';

/** The message a change is about. An app may only change its own; `foreign` refuses the others. */
export function ownPostOf(
  call: Call,
  foreign: ApiCode,
): { post: Post } | { objection: ApiObjection } {
  const { app, args, workspace } = call;
  const wrong = requiredObjection(args, 'channel', 'ts');
  if (wrong) return { objection: wrong };
  const found = conversationOf(call);
  if ('objection' in found) return found;
  const post = workspace.find(found.conversation, args.ts);
  if (!post) {
    return refused('message_not_found', `${found.conversation.name} has no message of this time.`);
  }
  return post.by === app ? { post } : refused(foreign, `The message is not of ${app.name}.`);
}
