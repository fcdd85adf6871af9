import { isObject, type JsonObject, textOf } from '../../../judging/shape';
import { readParams, readPrivate, userIdTypeObjection } from '../card-data';
import { seenIn } from '../card-message';
import { type Call, type Method, type Outcome, refused } from '../method';
import type { Card, Params } from '../world';

/** https://open.dingtalk.com/document/development/interactive-card-update-interface */
export const updateCard: Method = { scope: 'Card.Instance.Write', run };

function run({ app, args, world }: Call): Outcome {
  const { cardData, privateData } = args;
  const outTrackId = textOf(args.outTrackId);
  if (outTrackId === '') return refused('param.outTrackIdEmpty', 'The outTrackId is missing.');
  if (cardData === undefined && privateData === undefined) {
    const reason = 'There is neither cardData nor privateData.';
    return refused('param.cardDataAndPrivateDataBothEmpty', reason);
  }
  const objection = userIdTypeObjection(args);
  if (objection) return { objection };
  const given = cardData === undefined ? undefined : readParams(cardData, 'cardData');
  if (given && 'objection' in given) return given;
  const hidden = readPrivate(app, privateData);
  if ('objection' in hidden) return hidden;
  const card = world.findCard(app, outTrackId);
  if (!card) return refused('param.cardNotExist', `${app.name} has no card ${outTrackId}.`);
  const changed = change(card, given?.data, hidden.data, optionsIn(args));
  world.keepCard(changed);
  const says = { success: true, result: true };
  return { says, does: 'update', ...seenIn(changed, changed.deliveries) };
}

const optionsIn = ({ cardUpdateOptions }: JsonObject): JsonObject =>
  isObject(cardUpdateOptions) ? cardUpdateOptions : {};

/** Without `…ByKey` what is given takes the place of all there was. */
function change(
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
