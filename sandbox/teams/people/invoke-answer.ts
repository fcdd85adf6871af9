import { parseObject } from '../../judging/decode';
import { isObject, type JsonObject, textOf } from '../../judging/shape';
import type { Called } from '../../people/call-back';
import { cardObjection } from '../card';

/** What a bot makes of Action.Execute: another card, words, or nothing Teams understands. */
export type InvokeAnswer = { card: JsonObject } | { notice: string; signIn?: true } | 'failed';

const CARD = 'application/vnd.microsoft.card.adaptive';
const MESSAGE = 'application/vnd.microsoft.activity.message';
const SIGN_IN = 'application/vnd.microsoft.activity.loginRequest';

/** https://learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model#response-format */
export function readInvokeAnswer({ status, body }: Called): InvokeAnswer {
  const read = status === 200 ? parseObject(body) : { flaw: 'The status is not 200.' };
  if ('flaw' in read) return 'failed';
  const { statusCode = 200, type, value } = read.payload;
  if (statusCode === 401 && type === SIGN_IN && isObject(value)) {
    return { notice: textOf(value.text) || 'Sign in', signIn: true };
  }
  if (statusCode !== 200) return 'failed';
  if (type === MESSAGE && typeof value === 'string') return { notice: value };
  if (type !== CARD || !isObject(value) || cardObjection('value', value, 'bot')) return 'failed';
  return { card: value };
}
