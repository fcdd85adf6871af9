import { isObject, type JsonObject, textOf } from '../judging/shape';
import { everyText } from './message';

/** Messages of other types carry `at` for nothing. */
const CALLING: readonly string[] = ['text', 'markdown'];

/**
 * Whom a message would notify: people stand in `at` and, as `@number` or `@id`, in the text; all are
 * called by `isAtAll` alone: https://open.dingtalk.com/document/robots/custom-robot-access
 */
export function pingsOf(payload: JsonObject): string[] {
  const { at, msgtype } = payload;
  if (!isObject(at) || !CALLING.includes(textOf(msgtype))) return [];
  const body = everyText(payload).slice(1).join('\n');
  const named = [at.atMobiles, at.atUserIds]
    .flatMap((list) => (Array.isArray(list) ? list : []))
    .filter((id) => body.includes(`@${id}`))
    .map((id) => `@${id}`);
  return [...new Set([...(at.isAtAll === true ? ['@所有人'] : []), ...named])];
}
