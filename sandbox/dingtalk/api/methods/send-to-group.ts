import { messageKey } from '../ids';
import { readMessage } from '../message';
import type { Call, Method, Outcome } from '../method';
import { groupOf, robotObjection } from '../robot';

/** https://open.dingtalk.com/document/development/the-robot-sends-a-group-message */
export const sendToGroup: Method = { scope: 'qyapi_robot_sendmsg', run };

function run(call: Call): Outcome {
  const { app, args, world, pace } = call;
  const wrong = robotObjection(app, args.robotCode);
  if (wrong) return { objection: wrong };
  const read = readMessage(app, args);
  if ('objection' in read) return read;
  const found = groupOf(call);
  if ('objection' in found) return found;
  const { name, id } = found.group;
  const tooMany = pace.message(app.name, name);
  if (tooMany) return { objection: tooMany };
  const key = messageKey();
  const message = { ...read.written, channel: name, ref: key };
  world.keepPost({ key, app, groupId: id, at: world.now(), messages: [message] });
  return { says: { processQueryKey: key }, message };
}
