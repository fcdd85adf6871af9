import { conversationOf } from '../access';
import { conversationObject } from '../conversation-object';
import { type Call, type Method, type Outcome, refused } from '../method';
import { requiredObjection } from '../required';

/** https://docs.slack.dev/reference/methods/conversations.join */
export const conversationsJoin: Method = { scopes: ['channels:join'], rate: 'tier3', run };

function run(call: Call): Outcome {
  const { app, args, workspace } = call;
  const wrong = requiredObjection(args, 'channel');
  if (wrong) return { objection: wrong };
  const found = conversationOf(call);
  if ('objection' in found) return found;
  const { conversation } = found;
  const { name, type, archived, note } = conversation;
  if (type !== 'public_channel') {
    return refused('method_not_supported_for_channel_type', `Nobody can join ${name} alone.`);
  }
  if (archived) return refused('is_archived', `${name} takes no members. ${note}`);
  const already = workspace.isMember(conversation, app.userId);
  workspace.join(conversation, app.userId);
  return {
    says: { channel: conversationObject(conversation, app, workspace) },
    ...(already && { warning: 'already_in_channel' }),
  };
}
