import { textOf } from '../../../judging/shape';
import { conversationOf } from '../access';
import { conversationObject } from '../conversation-object';
import { type Conversation, directMessage } from '../conversations';
import { type Call, type Method, type Outcome, refused } from '../method';
import { personCalled } from '../people';
import { scopeObjection } from '../scopes';

/** https://docs.slack.dev/reference/methods/conversations.open */
export const conversationsOpen: Method = {
  scopes: ['im:write', 'mpim:write'],
  anyScope: true,
  rate: 'tier3',
  run,
};

function run(call: Call): Outcome {
  const { app, args } = call;
  const ids = textOf(args.users).split(',').filter(Boolean);
  if (ids.length === 0) return args.channel === undefined ? NOBODY : resumed(call);
  const people = ids.map((id) => personCalled(id.trim()));
  const [person] = people;
  if (!person || people.includes(undefined)) {
    return refused('user_not_found', 'There is an id among the users that is nobody’s.');
  }
  if (people.some((one) => one?.deactivated)) return refused('user_disabled', 'A user has left.');
  const scopes = people.length > 1 ? ['mpim:write'] : ['im:write'];
  const objection = scopeObjection(app, { scopes });
  return objection ? { objection } : opened(call, directMessage(app, person));
}

const NOBODY = refused('users_list_not_supplied', 'There are neither users nor a channel.');

function resumed(call: Call): Outcome {
  const found = conversationOf(call);
  if ('objection' in found) return found;
  const { conversation } = found;
  if (conversation.type === 'im') return opened(call, conversation);
  return refused(
    'method_not_supported_for_channel_type',
    `${conversation.name} is no direct message.`,
  );
}

function opened({ app, args, workspace }: Call, conversation: Conversation): Outcome {
  const already = workspace.isOpen(conversation);
  workspace.open(conversation);
  const full = args.return_im === true;
  const { id } = conversation;
  const channel = full ? conversationObject(conversation, app, workspace) : { id };
  return { says: { ...(already && { no_op: true, already_open: true }), channel } };
}
