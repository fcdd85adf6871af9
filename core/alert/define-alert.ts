import { defined } from './defined';
import { digest } from './digest';
import type { AlertEvent, AlertStatus, EventType, Severity } from './event';
import { readLabels, webAddress } from './facts';
import { statusAfter } from './read-alert';
import { NO_TIME, toIso } from './time';
import { text } from './untrusted';

/** What a person writes down about an alert; empty texts count as absent. */
export interface AlertInput {
  readonly title: string;
  readonly description?: string | undefined;
  /** Default `high`. */
  readonly severity?: Severity | undefined;
  /** Default `open`, or what the event type says. */
  readonly status?: AlertStatus | undefined;
  /** Default: what leads to the status. */
  readonly eventType?: EventType | undefined;
  /** The same id is the same alert; absent, every call is a new one. */
  readonly alertId?: string | undefined;
  /** http or https; anything else is left out. */
  readonly url?: string | undefined;
  readonly labels?: Readonly<Record<string, string>> | undefined;
  /** Shown as the alert source. */
  readonly source?: string | undefined;
}

const TYPE_OF: Readonly<Record<AlertStatus, EventType>> = {
  open: 'created',
  acknowledged: 'accepted',
  resolved: 'resolved',
};

/** An event of platform `manual`, for nodes where a person describes the alert; `now` is in ms. */
export const defineAlert = (input: AlertInput, now: number): AlertEvent => {
  const status = input.status ?? statusAfter(input.eventType);
  const type = input.eventType ?? TYPE_OF[status];
  const occurredAt = toIso(now) ?? NO_TIME;
  const { severity = 'high' } = input;
  const parts = [input.title, input.description, severity, status, type, input.url, input.source];
  const id = digest(text(input.alertId), ...parts, JSON.stringify(input.labels ?? {}), now);
  return {
    schemaVersion: 1,
    id,
    type,
    rawType: type,
    platform: 'manual',
    occurredAt,
    receivedAt: occurredAt,
    automatic: false,
    alert: defined({
      id: text(input.alertId) ?? id.slice(0, 12),
      title: text(input.title) ?? 'Untitled alert',
      description: text(input.description),
      url: webAddress(input.url),
      status,
      severity,
      startedAt: type === 'created' ? occurredAt : undefined,
      acknowledgedAt: status === 'acknowledged' ? occurredAt : undefined,
      resolvedAt: status === 'resolved' ? occurredAt : undefined,
      labels: readLabels(input.labels),
      fields: {},
      links: [],
      images: [],
    }),
    ...(text(input.source) && { origin: defined({ name: text(input.source) }) }),
    assignees: [],
    capabilities: [],
  };
};
