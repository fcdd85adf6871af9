import type { AlertStatus, EventType, Image, Link, Severity } from './event';

/** What people see, before any chat platform's syntax: every text is raw and untrusted. */
export interface AlertCard {
  readonly severity: Severity;
  readonly status: AlertStatus;
  readonly eventType: EventType;
  /** `full` tells the story, `compact` only what changed. */
  readonly layout: 'full' | 'compact';
  readonly title: string;
  /** One line: what happened, to what, by whom. It is the push notification. */
  readonly headline: string;
  readonly body: readonly CardNode[];
  readonly url?: Link;
  /** No sound, no mention. */
  readonly silent: boolean;
}

/** In the order people read; `shed` says in which order a node goes when space is short (1 first). */
export type CardNode = { readonly shed: number; readonly fallback: string } & (
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | { readonly kind: 'text'; readonly text: string; readonly preformatted: boolean }
  | { readonly kind: 'labels'; readonly labels: readonly Fact[] }
  | { readonly kind: 'timeline'; readonly entries: readonly string[] }
  | { readonly kind: 'images'; readonly images: readonly Image[] }
  | { readonly kind: 'links'; readonly links: readonly Link[] }
);

export interface Fact {
  readonly label: string;
  readonly value: string;
}
