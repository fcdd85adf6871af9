import { TRIGGER_TYPES } from '../oncall/ilert/subscription';
import type { FieldOption } from './field';
import type { OnCallField } from './on-call-field';

type Trigger = (typeof TRIGGER_TYPES)[number];

/** As ilert's own pages call them. */
const LABELS: Readonly<Record<Trigger, string>> = {
  'alert-created': 'Alert Created',
  'alert-assigned': 'Alert Re-Routed or Assigned',
  'alert-auto-escalated': 'Alert Escalated',
  'alert-acknowledged': 'Alert Accepted',
  'alert-raised': 'Alert Priority Raised',
  'alert-comment-added': 'Alert Comment Added',
  'alert-escalation-ended': 'End of Escalation Reached',
  'alert-resolved': 'Alert Resolved',
  'alert-auto-resolved': 'Alert Resolved Automatically',
  'alert-responder-added': 'Responder Added to Alert',
  'alert-responder-removed': 'Responder Removed From Alert',
  'alert-channel-attached': 'Channel Attached to Alert',
  'alert-channel-detached': 'Channel Detached From Alert',
  'v-alert-not-resolved': 'Unresolved',
};

export const ILERT_TRIGGER_OPTIONS: readonly FieldOption[] = TRIGGER_TYPES.map((value) => ({
  value,
  label: LABELS[value],
}));

/** How a webhook of ours is called at the platform; for people who look there. */
export const webhookName = (flow: string): string =>
  `Alertwire: ${flow.trim() || 'untitled flow'}`.slice(0, LONGEST_NAME).toWellFormed();

const LONGEST_NAME = 200;

/** Those of Alert Trigger that let it register itself. The host makes up the secret. */
export const alertRegistrationFields: readonly OnCallField[] = [
  {
    name: 'registration',
    label: 'Webhook',
    kind: 'options',
    default: 'manual',
    description: 'How the on-call platform learns the address of this node',
    options: [
      {
        value: 'manual',
        label: 'Add It by Hand',
        description: 'You enter address and secret in the on-call platform',
      },
      {
        value: 'ilert',
        label: 'Register at ilert',
        description: 'An alert action is made and removed through the API of ilert',
      },
    ],
  },
  {
    name: 'triggerTypes',
    label: 'Trigger Events',
    kind: 'multi-options',
    default: [],
    description: 'Which events ilert sends; empty for all',
    options: ILERT_TRIGGER_OPTIONS,
    platforms: ['ilert'],
  },
  {
    name: 'alertSources',
    label: 'Alert Sources',
    kind: 'on-call-list',
    list: 'alert-sources',
    default: [],
    description:
      'Of which alert sources, by their IDs; empty for all there are when it is registered',
    platforms: ['ilert'],
  },
];
