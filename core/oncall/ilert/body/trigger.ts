import type { EventType } from '../../../alert/event';

/** `incident-` is the older name of the same events, `v-` marks one that ilert makes up itself. */
const NAME = /^(?:v-)?(?:alert|incident)-(.+)$/s;

/** https://github.com/iLert/terraform-provider-ilert lists them; `snoozed` was only seen sent. */
const TYPES: ReadonlyMap<string, EventType> = new Map([
  ['created', 'created'],
  ['assigned', 'assigned'],
  ['auto-escalated', 'escalated'],
  ['acknowledged', 'accepted'],
  ['raised', 'priority-changed'],
  ['comment-added', 'comment-added'],
  ['escalation-ended', 'escalation-ended'],
  ['resolved', 'resolved'],
  ['auto-resolved', 'resolved'],
  ['responder-added', 'responder-added'],
  ['responder-removed', 'responder-removed'],
  ['channel-attached', 'channel-attached'],
  ['channel-detached', 'channel-detached'],
  ['not-resolved', 'not-resolved'],
  ['snoozed', 'snoozed'],
]);

/** Known to exist, with no word of its own here. */
const REJECTED = 'rejected';

const AUTOMATIC: ReadonlySet<string> = new Set([
  'auto-escalated',
  'auto-resolved',
  'escalation-ended',
  'not-resolved',
]);

export interface Trigger {
  /** In today's spelling. */
  readonly rawType: string;
  readonly type: EventType;
  readonly automatic: boolean;
  readonly isKnown: boolean;
}

/** What ilert's name of an event means; undefined for names that are not ilert's. */
export const readTrigger = (value: unknown): Trigger | undefined => {
  const name = typeof value === 'string' ? NAME.exec(value)?.[1] : undefined;
  if (name === undefined || typeof value !== 'string') return undefined;
  const type = TYPES.get(name);
  return {
    rawType: value.replace(/^(v-)?incident-/, '$1alert-'),
    type: type ?? 'other',
    automatic: AUTOMATIC.has(name),
    isKnown: type !== undefined || name === REJECTED,
  };
};
