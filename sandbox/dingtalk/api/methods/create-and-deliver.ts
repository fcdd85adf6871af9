import { seenIn } from '../card-message';
import { deliver } from '../deliver';
import { type Call, type Method, type Outcome, refused } from '../method';
import { readCard } from '../new-card';
import { deliverModelObjection, readSpaces } from '../spaces';

/** https://open.dingtalk.com/document/development/create-and-deliver-cards */
export const createAndDeliver: Method = { scope: 'Card.Instance.Write', run };

/** The card is there even where it could be put nowhere. */
function run(call: Call): Outcome {
  const { args, world } = call;
  if (Object.keys(args).length === 0) return refused('param.empty', 'The body is empty.');
  const places = readSpaces(args.openSpaceId);
  if ('objection' in places) return places;
  const { spaces } = places;
  const read = readCard(call, spaces);
  if ('objection' in read) return read;
  const objection = deliverModelObjection(args, spaces);
  if (objection) return { objection };
  const results = deliver(call, read.card, spaces);
  const deliveries = results.flatMap(({ delivery }) => delivery ?? []);
  const card = { ...read.card, deliveries };
  world.keepCard(card);
  const deliverResults = results.map(({ says }) => says);
  const result = { outTrackId: card.outTrackId, deliverResults };
  return { says: { success: true, result }, ...seenIn(card, deliveries) };
}
