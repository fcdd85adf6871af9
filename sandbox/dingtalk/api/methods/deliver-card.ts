import { textOf } from '../../../judging/shape';
import { userIdTypeObjection } from '../card-data';
import { seenIn } from '../card-message';
import { deliver } from '../deliver';
import { type Call, type Method, type Outcome, refused } from '../method';
import { deliverModelObjection, readSpaces } from '../spaces';

/** https://open.dingtalk.com/document/development/delivery-card-interface */
export const deliverCard: Method = { scope: 'Card.Instance.Write', run };

function run(call: Call): Outcome {
  const { app, args, world } = call;
  if (Object.keys(args).length === 0) return refused('param.empty', 'The body is empty.');
  const outTrackId = textOf(args.outTrackId);
  if (outTrackId === '') return refused('param.outTrackIdEmpty', 'The outTrackId is missing.');
  const places = readSpaces(args.openSpaceId);
  if ('objection' in places) return places;
  const { spaces } = places;
  const objection = deliverModelObjection(args, spaces) ?? userIdTypeObjection(args);
  if (objection) return { objection };
  const card = world.findCard(app, outTrackId);
  if (!card) return refused('param.cardNotExist', `${app.name} has no card ${outTrackId}.`);
  const results = deliver(call, card, spaces);
  const added = results.flatMap(({ delivery }) => delivery ?? []);
  world.keepCard({ ...card, deliveries: [...card.deliveries, ...added] });
  const says = { success: true, result: results.map((result) => result.says) };
  return { says, ...seenIn(card, added) };
}
