/** What can happen to an alert, in the words every on-call platform is translated into. */
export const EVENT_TYPES = [
  'created',
  'escalated',
  'escalation-ended',
  'assigned',
  'accepted',
  'unaccepted',
  'resolved',
  'reopened',
  'snoozed',
  'unsnoozed',
  'not-resolved',
  'not-accepted',
  'priority-changed',
  'responder-added',
  'responder-removed',
  'comment-added',
  'updated',
  'merged',
  'deleted',
  'channel-attached',
  'channel-detached',
  'custom-action',
  'test',
  'other',
] as const;
export type EventType = (typeof EVENT_TYPES)[number];

export const ALERT_STATUSES = ['open', 'acknowledged', 'resolved'] as const;
export type AlertStatus = (typeof ALERT_STATUSES)[number];

/** From worst to least; `unknown` where the platform gives no hint. */
export const SEVERITIES = ['critical', 'high', 'warning', 'info', 'unknown'] as const;
export type Severity = (typeof SEVERITIES)[number];

export const CAPABILITIES = [
  'accept',
  'unaccept',
  'resolve',
  'reopen',
  'snooze',
  'assign',
  'add-responder',
  'escalate',
  'comment',
  'create',
] as const;
export type Capability = (typeof CAPABILITIES)[number];

export interface Actor {
  readonly kind: 'user' | 'system' | 'integration';
  readonly id?: string;
  readonly name?: string;
  readonly email?: string;
}

export interface Assignee {
  readonly id?: string;
  readonly name?: string;
  readonly email?: string;
  readonly username?: string;
  readonly status?: 'pending' | 'accepted';
  readonly acceptedAt?: string;
}

export interface Link {
  readonly text?: string;
  readonly href: string;
}

export interface Image {
  readonly src: string;
  readonly alt?: string;
  readonly href?: string;
}

/** Times are ISO 8601 in UTC with milliseconds; ids are strings. */
export interface Alert {
  readonly id: string;
  /** The platform's own key that groups repeats into this alert. */
  readonly key?: string;
  readonly number?: string;
  readonly title: string;
  readonly description?: string;
  readonly url?: string;
  readonly status: AlertStatus;
  readonly snoozedUntil?: string;
  readonly severity: Severity;
  /** As the platform wrote it. */
  readonly priority?: string;
  readonly urgency?: 'high' | 'low';
  readonly startedAt?: string;
  readonly createdAt?: string;
  readonly acknowledgedAt?: string;
  readonly resolvedAt?: string;
  readonly updatedAt?: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly links: readonly Link[];
  readonly images: readonly Image[];
}

/** One thing that happened to one alert: plain JSON, passed on by every node. */
export interface AlertEvent {
  readonly schemaVersion: 1;
  /** Unique per event; a repeat of the same event carries the same id. */
  readonly id: string;
  readonly type: EventType;
  /** The platform's own name of the event. */
  readonly rawType: string;
  /** The on-call platform's id, or `unknown` where an authenticated body was not recognised. */
  readonly platform: string;
  /** What the platform is called, for people. */
  readonly platformName?: string;
  readonly account?: string;
  readonly occurredAt: string;
  readonly receivedAt: string;
  /** No person did this: automatic escalation, automatic resolve. */
  readonly automatic: boolean;
  readonly actor?: Actor;
  readonly alert: Alert;
  /** Where the platform got the alert from: alert source, service, receiver. */
  readonly origin?: { readonly id?: string; readonly name?: string; readonly type?: string };
  readonly escalation?: {
    readonly policyId?: string;
    readonly policyName?: string;
    /** Counted from 1. */
    readonly level?: number;
    readonly endedAt?: string;
  };
  readonly assignees: readonly Assignee[];
  readonly comment?: { readonly id?: string; readonly text?: string; readonly author?: string };
  readonly change?: { readonly field: string; readonly from?: string; readonly to?: string };
  readonly group?: { readonly key: string; readonly size?: number; readonly truncated?: number };
  /** What can be done to this alert at its platform. */
  readonly capabilities: readonly Capability[];
  /** The body as received, less known secrets; absent when the host was told to drop it. */
  readonly raw?: unknown;
}
