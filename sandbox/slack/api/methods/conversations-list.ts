import { textOf } from '../../../judging/shape';
import { isVisible } from '../access';
import { conversationObject } from '../conversation-object';
import { type Conversation, conversations } from '../conversations';
import { type Call, type Method, type Outcome, refused } from '../method';
import { pageOf } from '../paging';
import { READ_SCOPES } from '../read-scopes';
import { scopeObjection } from '../scopes';

const USUAL = 100;

/** https://docs.slack.dev/reference/methods/conversations.list */
export const conversationsList: Method = {
  scopes: Object.values(READ_SCOPES),
  anyScope: true,
  rate: 'tier2',
  run,
};

function run(call: Call): Outcome {
  const { app, args, workspace } = call;
  const types = textOf(args.types) || 'public_channel';
  const asked = types.split(',').map((type) => type.trim());
  const scopes = asked.map((type) => READ_SCOPES[type as keyof typeof READ_SCOPES]);
  if (scopes.some((scope) => scope === undefined)) {
    return refused('invalid_types', `There is a type among ${types} that nobody knows.`);
  }
  const objection = scopeObjection(app, { scopes });
  if (objection) return { objection };
  const wanted = (one: Conversation) =>
    asked.includes(one.type) &&
    isVisible(app, one, workspace) &&
    (one.type !== 'im' || workspace.isOpen(one)) &&
    !(args.exclude_archived === true && one.archived);
  const page = pageOf(conversations.filter(wanted), args, USUAL);
  if ('objection' in page) return page;
  const channels = page.items.map((one) => ({
    ...conversationObject(one, app, workspace),
    ...(one.type !== 'im' && { num_members: one.members.length }),
  }));
  return { says: { channels, response_metadata: { next_cursor: page.next_cursor } } };
}
