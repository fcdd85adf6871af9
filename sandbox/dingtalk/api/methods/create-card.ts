import { type Call, type Method, type Outcome, refused } from '../method';
import { readCard } from '../new-card';

/** https://open.dingtalk.com/document/development/interface-for-creating-a-card-instance */
export const createCard: Method = { scope: 'Card.Instance.Write', run };

function run(call: Call): Outcome {
  if (Object.keys(call.args).length === 0) return refused('param.empty', 'The body is empty.');
  const read = readCard(call);
  if ('objection' in read) return read;
  call.world.keepCard(read.card);
  return { says: { success: true, result: read.card.outTrackId } };
}
