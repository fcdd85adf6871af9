import { textOf } from '../../../judging/shape';
import { changeCard, optionsIn } from '../card-change';
import { readParams, readPrivate, userIdTypeObjection } from '../card-data';
import { seenIn } from '../card-message';
import { type Call, type Method, type Outcome, refused } from '../method';

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
  if (world.isCalling(app, outTrackId)) {
    const reason = 'The app was called back about this card and has not answered yet.';
    return refused('card.updatedInCallback', reason);
  }
  const changed = changeCard(card, given?.data, hidden.data, optionsIn(args));
  world.keepCard(changed);
  const says = { success: true, result: true };
  return { says, does: 'update', ...seenIn(changed, changed.deliveries) };
}
