import { isObject, type JsonObject } from '../../judging/shape';
import type { Card, Params } from './world';

export const optionsIn = ({ cardUpdateOptions }: JsonObject): JsonObject =>
  isObject(cardUpdateOptions) ? cardUpdateOptions : {};

/** Without `…ByKey` what is given takes the place of all there was. */
export function changeCard(
  card: Card,
  given: Params | undefined,
  hidden: Record<string, Params>,
  { updateCardDataByKey, updatePrivateDataByKey }: JsonObject,
): Card {
  const params = updateCardDataByKey === true ? { ...card.params, ...given } : given;
  const privateParams = { ...card.privateParams };
  for (const [userId, added] of Object.entries(hidden)) {
    const before = updatePrivateDataByKey === true ? privateParams[userId] : {};
    privateParams[userId] = { ...before, ...added };
  }
  return { ...card, params: params ?? card.params, privateParams };
}
