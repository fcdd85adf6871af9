import { type Call, type Method, type Outcome, refused } from '../method';
import { keysObjection, recall } from '../recalled';
import { robotObjection } from '../robot';
import type { Post } from '../world';

const A_DAY = 86_400_000;

/** https://open.dingtalk.com/document/development/batch-message-recall-chat */
export const recallFromPeople: Method = { scope: 'qyapi_robot_sendmsg', run };

function run({ app, args, world }: Call): Outcome {
  const wrong = robotObjection(app, args.robotCode);
  if (wrong?.code === 'invalidParameter.robotCode.auth') {
    return refused('not.allowed.robotCode', wrong.reason);
  }
  if (wrong) return refused('invalidParameter.robotCode', wrong.reason);
  const objection = keysObjection(args.processQueryKeys);
  if (objection) return { objection };
  return recall(world, args.processQueryKeys as string[], flawOf);

  function flawOf(post: Post | undefined): string | undefined {
    if (post?.app !== app || post.groupId !== undefined) return 'invalid.processQueryKey';
    return world.now() - post.at > A_DAY ? 'robot.processQueryKey.expired' : undefined;
  }
}
