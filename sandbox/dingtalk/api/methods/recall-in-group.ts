import { textOf } from '../../../judging/shape';
import { type Call, type Method, type Outcome, refused } from '../method';
import { keysObjection, recall } from '../recalled';
import { groupOf, robotObjection } from '../robot';
import type { Post } from '../world';

/** https://open.dingtalk.com/document/development/enterprise-chatbot-withdraws-internal-group-messages */
export const recallInGroup: Method = { scope: 'qyapi_robot_sendmsg', run };

function run(call: Call): Outcome {
  const { app, args, world } = call;
  if (textOf(args.robotCode) === '') return refused('miss.chatbotId', 'The robotCode is missing.');
  const wrong = robotObjection(app, args.robotCode);
  if (wrong?.code === 'invalidParameter.robotCode.auth') {
    return refused('not.allowed.robotCode', wrong.reason);
  }
  if (wrong) return refused('invalidParameter.robotCode', wrong.reason);
  const objection = keysObjection(args.processQueryKeys);
  if (objection) return { objection };
  const found = groupOf(call);
  if ('objection' in found) return found;
  return recall(world, args.processQueryKeys as string[], flawOf);

  function flawOf(post: Post | undefined): string | undefined {
    const isThere = post?.app === app && post.groupId === args.openConversationId;
    return isThere ? undefined : 'invalid.processQueryKey';
  }
}
