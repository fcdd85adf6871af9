import type { Inbound, InboundSetup, Installation } from '../../../answers/inbound';
import { heard } from '../../../answers/said';
import { serviceOf } from './about';
import type { Activity } from './activity';

const ACTIONS: Readonly<Record<string, boolean>> = {
  add: true,
  'add-upgrade': true,
  remove: false,
  'remove-upgrade': false,
};

/** The bot was added somewhere, or removed: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/subscribe-to-conversation-events */
export const installed = (activity: Activity, setup: InboundSetup): Inbound => {
  const added = wasAdded(activity);
  return added === undefined
    ? heard()
    : heard({ installations: [installationOf(activity, added, setup)] });
};

/** Undefined where only others came or went. */
const wasAdded = ({ type, action, added, removed, recipient: { id } }: Activity) => {
  if (type === 'installationUpdate') {
    return Object.hasOwn(ACTIONS, action) ? ACTIONS[action] : undefined;
  }
  if (id === '') return undefined;
  if (added.includes(id)) return true;
  return removed.includes(id) ? false : undefined;
};

/** What is needed to write there first. */
const installationOf = (activity: Activity, added: boolean, setup: InboundSetup): Installation => ({
  added,
  channel: activity.channel,
  ref: {
    ...serviceOf(activity, setup),
    conversation: activity.conversation,
    kind: activity.kind,
    tenant: activity.tenant,
    bot: activity.recipient.id,
  },
});
