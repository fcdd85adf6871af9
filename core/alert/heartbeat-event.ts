import { digest } from './digest';
import type { AlertEvent } from './event';
import { NO_TIME, toIso } from './time';

/** A source that has to be heard of; times are in ms. */
export interface Heartbeat {
  readonly name: string;
  readonly lastAt: number;
  /** The longest it may be silent. */
  readonly expectedEveryMs: number;
}

/**
 * What an event says of the source it comes from, which is named by a label, or else by where the
 * platform got the alert from.
 */
export const heartbeatIn = (
  { alert, origin, platformName, platform }: AlertEvent,
  label: string,
  expectedEveryMs: number,
  now: number,
): Heartbeat => ({
  name: alert.labels[label] || origin?.name || platformName || platform,
  lastAt: now,
  expectedEveryMs,
});

/** The alert that a source went silent, or is heard again. */
export const heartbeatEvent = (
  { name, lastAt, expectedEveryMs }: Heartbeat,
  heard: boolean,
  now: number,
): AlertEvent => {
  const occurredAt = toIso(now) ?? NO_TIME;
  const startedAt = toIso(lastAt + expectedEveryMs) ?? occurredAt;
  const type = heard ? 'resolved' : 'created';
  return {
    schemaVersion: 1,
    id: digest('heartbeat', name, startedAt, type),
    type,
    rawType: heard ? 'heartbeat-heard' : 'heartbeat-lost',
    platform: 'alertwire',
    platformName: 'Alertwire',
    occurredAt,
    receivedAt: occurredAt,
    automatic: true,
    origin: { name },
    alert: {
      id: `heartbeat ${name} ${startedAt}`,
      title: `No heartbeat from ${name}`,
      description: `The last one came at ${toIso(lastAt) ?? '?'}. Alerts of this source may not arrive.`,
      status: heard ? 'resolved' : 'open',
      severity: 'critical',
      startedAt,
      ...(heard && { resolvedAt: occurredAt }),
      labels: { heartbeat: name },
      fields: {},
      links: [],
      images: [],
    },
    assignees: [],
    capabilities: [],
  };
};
