import { applyEvent } from '../../../core/alert/apply-event';
import type { Alert, AlertEvent, AlertStatus } from '../../../core/alert/event';
import type { AlertState, StateChange } from '../../../core/alert/state';

type Parts = Partial<Omit<AlertEvent, 'alert'>> & { readonly alert?: Partial<Alert> };

/** `at(5)` is five minutes into the story. */
export const at = (minutes: number): string =>
  new Date(Date.UTC(2026, 4, 2, 9, 0) + minutes * 60_000).toISOString();

const STATUS: Partial<Record<AlertEvent['type'], AlertStatus>> = {
  accepted: 'acknowledged',
  resolved: 'resolved',
};

let count = 0;

export const anEvent = (parts: Parts = {}): AlertEvent => {
  const { type = 'created', occurredAt = at(0), alert, ...rest } = parts;
  count += 1;
  return {
    schemaVersion: 1,
    id: `event-${count}`,
    type,
    rawType: type,
    platform: 'ilert',
    occurredAt,
    receivedAt: occurredAt,
    automatic: false,
    assignees: [],
    capabilities: [],
    ...rest,
    alert: {
      id: '5501',
      title: 'Queue grows',
      status: STATUS[type] ?? 'open',
      severity: 'high',
      labels: {},
      fields: {},
      links: [],
      images: [],
      ...alert,
    },
  };
};

/** All events applied in the given order. */
export const tell = (...events: readonly AlertEvent[]): AlertState => {
  const { state } = tellAll(...events);
  return state;
};

export const tellAll = (...events: readonly AlertEvent[]) => {
  let state: AlertState | undefined;
  const changes: StateChange[] = [];
  for (const event of events) {
    const applied = applyEvent(state, event);
    state = applied.state;
    changes.push(applied.change);
  }
  if (state === undefined) throw new Error('a story has at least one event');
  return { state, changes };
};
