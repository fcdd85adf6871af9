import type { JsonObject } from '../../judging/shape';
import type { Conversation } from './conversations';
import { refused } from './method';
import type { ApiObjection } from './refusal';
import { requiredObjection } from './required';
import type { Post, Workspace } from './workspace';

type Thread = { parent?: Post } | { objection: ApiObjection };

/** The message a reply belongs to; a reply to a reply belongs to the first message of the thread. */
export function threadOf(
  workspace: Workspace,
  conversation: Conversation,
  args: JsonObject,
): Thread {
  const { thread_ts: ts } = args;
  if (ts === undefined || ts === '') return {};
  const objection = requiredObjection(args, 'thread_ts');
  if (objection) return { objection };
  if (!/^\d{10}\.\d{6}$/.test(String(ts))) {
    const messages = [`[ERROR] ${ts} is not a valid thread_ts`];
    const says = { response_metadata: { messages } };
    return refused('invalid_thread_ts', 'The thread_ts is no time of a message.', says);
  }
  const post = workspace.find(conversation, ts);
  if (!post) return refused('thread_not_found', `${conversation.name} has no such message.`);
  return { parent: post.parent ?? post };
}
