import type { AlertEvent, EventType } from './event';

export interface TimelineEntry {
  readonly eventId: string;
  readonly type: EventType;
  readonly occurredAt: string;
  readonly automatic: boolean;
  /** Who acted, as people know them. */
  readonly by?: string;
  /** Whom it concerns: the new assignees. */
  readonly to?: readonly string[];
  readonly level?: number;
  readonly text?: string;
}

/** The whole story of one alert, folded from its events: plain JSON. */
export interface AlertState {
  readonly schemaVersion: 1;
  /** Counts the lives of the same alert id: a start long after a resolve begins a new one. */
  readonly episode: number;
  /** The event whose facts are the newest. */
  readonly latest: AlertEvent;
  readonly acceptedBy?: string;
  readonly acceptedAt?: string;
  readonly resolvedBy?: string;
  readonly resolvedAt?: string;
  readonly escalationLevel?: number;
  readonly timeline: readonly TimelineEntry[];
}

export type StateChange = 'new' | 'changed' | 'late' | 'same' | 'reopened';
