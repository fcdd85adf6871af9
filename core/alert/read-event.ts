import type { Problem } from '../problem';
import { defined } from './defined';
import { digest } from './digest';
import { type AlertEvent, CAPABILITIES, EVENT_TYPES, type EventType } from './event';
import { readAlert } from './read-alert';
import {
  readActor,
  readAssignees,
  readChange,
  readComment,
  readEscalation,
  readGroup,
  readOrigin,
} from './read-parts';
import { toIso } from './time';
import { isRecord, list, oneOf, record, text } from './untrusted';

export type ReadEvent =
  | { readonly ok: true; readonly event: AlertEvent }
  | { readonly ok: false; readonly problem: Problem };

type Item = Readonly<Record<string, unknown>>;

/**
 * An item from an earlier node as an alert event. Keys beside it, such as `decision`, are left
 * out and harmless gaps filled; the problem, code `alert.not_an_alert_event`, names what is missing.
 */
export const readAlertEvent = (value: unknown): ReadEvent => {
  if (!isRecord(value)) return refuse('The item is no alert: it is not an object.');
  if (value.schemaVersion !== undefined && value.schemaVersion !== 1) {
    return refuse('The item is an alert of a schemaVersion other than 1.');
  }
  const missing = missingParts(value);
  if (missing.length > 0) {
    return refuse(`The item is no alert: it has no ${missing.join(', no ')}.`);
  }
  return { ok: true, event: readEvent(value) };
};

const missingParts = (item: Item): string[] => {
  const alert = record(item.alert);
  const parts: [string, unknown][] = [
    ['type', text(item.type)],
    ['occurredAt', occurredAt(item)],
    ...(isRecord(item.alert)
      ? ([
          ['alert.id', text(alert.id)],
          ['alert.title', text(alert.title)],
        ] satisfies [string, unknown][])
      : ([['alert', undefined]] satisfies [string, unknown][])),
  ];
  return parts.filter(([, part]) => part === undefined).map(([name]) => name);
};

const occurredAt = (item: Item): string | undefined =>
  toIso(item.occurredAt) ?? toIso(item.receivedAt);

/** Only of an item that misses nothing. */
const readEvent = (item: Item): AlertEvent => {
  const type: EventType = oneOf(EVENT_TYPES, item.type) ?? 'other';
  const alert = readAlert(item.alert, type);
  const time = occurredAt(item) ?? '';
  const event = {
    schemaVersion: 1 as const,
    id: text(item.id) ?? digest(type, alert.id, alert.status, time),
    type,
    rawType: text(item.rawType) ?? text(item.type) ?? type,
    platform: text(item.platform) ?? 'unknown',
    platformName: text(item.platformName),
    account: text(item.account),
    occurredAt: time,
    receivedAt: toIso(item.receivedAt) ?? time,
    automatic: item.automatic === true,
    actor: readActor(item.actor),
    alert,
    origin: readOrigin(item.origin),
    escalation: readEscalation(item.escalation),
    assignees: readAssignees(item.assignees),
    comment: readComment(item.comment),
    change: readChange(item.change),
    group: readGroup(item.group),
    capabilities: list(item.capabilities).flatMap((word) => oneOf(CAPABILITIES, word) ?? []),
  };
  return { ...defined(event), ...(item.raw !== undefined && { raw: item.raw }) };
};

const refuse = (message: string): ReadEvent => ({
  ok: false,
  problem: {
    code: 'alert.not_an_alert_event',
    message,
    hint: "Wire an alert trigger before this node, and nothing between them that reshapes the alert. The node of a chat can also describe one itself: choose 'Define Below' there.",
  },
});
