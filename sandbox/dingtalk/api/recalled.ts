import type { JsonObject } from '../../judging/shape';
import type { Done } from './method';
import type { ApiObjection } from './refusal';
import type { Post, World } from './world';

/** https://open.dingtalk.com/document/development/batch-message-recall-chat */
const MOST_KEYS = 20;

/** The keys of the messages that are to go. */
export function keysObjection(keys: unknown): ApiObjection | undefined {
  if (!Array.isArray(keys) || keys.length === 0) {
    const reason = 'There are no processQueryKeys.';
    return { code: 'invalidParameter.processQueryKey.missing', reason };
  }
  if (keys.length > MOST_KEYS) {
    const reason = `There are ${keys.length} processQueryKeys; ${MOST_KEYS} are the most.`;
    return { code: 'invalidParameter.processQueryKeys.overMax', reason };
  }
  if (keys.every((key) => typeof key === 'string' && key !== '')) return undefined;
  return { code: 'invalid.processQueryKey', reason: 'A processQueryKey is no text.' };
}

/** What goes, and why the rest does not: DingTalk says it in a good answer. */
export function recall(
  world: World,
  keys: readonly string[],
  flawOf: (post: Post | undefined) => string | undefined,
): Done {
  const gone: Post[] = [];
  const failedResult: JsonObject = {};
  for (const key of new Set(keys)) {
    const post = world.findPost(key);
    const flaw = flawOf(post);
    if (flaw === undefined && post) gone.push(post);
    else failedResult[key] = flaw;
  }
  for (const post of gone) world.removePost(post);
  const says = { successResult: gone.map(({ key }) => key), failedResult };
  const [message, ...copies] = gone.flatMap(({ messages }) => messages);
  return message ? { says, does: 'delete', message, copies } : { says };
}
