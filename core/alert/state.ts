import type { AlertEvent, AlertStatus, EventType } from './event';

export interface TimelineEntry {
  readonly eventId: string;
  readonly type: EventType;
  /** Where the platform saw the alert at that time. */
  readonly status?: AlertStatus;
  readonly occurredAt: string;
  readonly automatic: boolean;
  /** We did it ourselves: somebody asked for it from chat. */
  readonly own?: true;
  /** The event that tells the same from the other side. */
  readonly twin?: string;
  /** Who acted, as people know them. */
  readonly by?: string;
  /** Whom it concerns: the new assignees. */
  readonly to?: readonly string[];
  readonly level?: number;
  /** The first 500 characters of a comment, or what changed. */
  readonly text?: string;
}

/** The whole story of one alert, folded from its events: plain JSON. */
export interface AlertState {
  readonly schemaVersion: 1;
  /** Counts the lives of the same alert id: a start long after a resolve begins a new one. */
  readonly episode: number;
  /** The newest event, with every fact that is known about the alert and its status by the story. */
  readonly latest: AlertEvent;
  readonly acceptedBy?: string;
  readonly acceptedAt?: string;
  readonly resolvedBy?: string;
  readonly resolvedAt?: string;
  readonly escalationLevel?: number;
  /** Oldest first; at most 50: the first and the newest. */
  readonly timeline: readonly TimelineEntry[];
}

/**
 * `new`: the first event of an episode. `late`: older than what is known, only its line was added.
 * `same`: known already. `echo`: told before by the platform; now it is known who asked for it.
 */
export type StateChange = 'new' | 'changed' | 'late' | 'same' | 'echo' | 'reopened';
