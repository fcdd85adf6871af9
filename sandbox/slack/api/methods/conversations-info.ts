import { readableOf } from '../access';
import { conversationObject } from '../conversation-object';
import type { Call, Method, Outcome } from '../method';
import { READ_SCOPES } from '../read-scopes';

/** https://docs.slack.dev/reference/methods/conversations.info */
export const conversationsInfo: Method = {
  scopes: Object.values(READ_SCOPES),
  anyScope: true,
  rate: 'tier3',
  run,
};

function run(call: Call): Outcome {
  const { app, args, workspace } = call;
  const found = readableOf(call, READ_SCOPES);
  if ('objection' in found) return found;
  const { conversation } = found;
  const counted = args.include_num_members === true;
  const num_members = conversation.members.length;
  const channel = conversationObject(conversation, app, workspace);
  return { says: { channel: counted ? { ...channel, num_members } : channel } };
}
