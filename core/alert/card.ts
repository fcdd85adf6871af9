import type { AlertStatus, EventType, Image, Link, Severity } from './event';

/** How a card is drawn; decided by the destination, never by the alert. */
export interface CardOptions {
  /** BCP 47; default English. */
  readonly language?: string;
  /** IANA name; default UTC. */
  readonly timeZone?: string;
  readonly showLabels?: boolean;
  readonly showDescription?: boolean;
  readonly showTimeline?: boolean;
  /** `auto`: the whole story first, then only what changed. */
  readonly layout?: 'auto' | 'full' | 'compact';
  /** From the filter's decision: no sound, no mentions. */
  readonly silent?: boolean;
}

/** What people see, before any chat platform's syntax: every text is raw and untrusted. */
export interface AlertCard {
  readonly severity: Severity;
  readonly status: AlertStatus;
  readonly eventType: EventType;
  /** `full` tells the story, `compact` only what changed. */
  readonly layout: 'full' | 'compact';
  /** Never empty. */
  readonly title: string;
  /** What happened and who did it, without the title: `Accepted by Ada after 4 min`. */
  readonly happened: string;
  /** One line: what happened, to what, by whom. It is the push notification. */
  readonly headline: string;
  readonly body: readonly CardNode[];
  /** The alert at its platform; not yet checked for being a web address. */
  readonly url?: Link;
  /** No sound, no mention. */
  readonly silent: boolean;
  /** Somebody has to act now; only such a card may mention anybody. */
  readonly calls: boolean;
}

/** In the order people read; `shed` says in which order a node goes when space is short (1 first). */
export type CardNode = { readonly shed: number; readonly fallback: string } & (
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | { readonly kind: 'text'; readonly text: string; readonly preformatted: boolean }
  /** `more`: how many there are beyond those listed. */
  | { readonly kind: 'labels'; readonly labels: readonly Fact[]; readonly more: number }
  /** The newest last. */
  | { readonly kind: 'timeline'; readonly entries: readonly Moment[]; readonly more: number }
  | { readonly kind: 'images'; readonly images: readonly Image[]; readonly more: number }
  | { readonly kind: 'links'; readonly links: readonly Link[]; readonly more: number }
  /** Small print. */
  | { readonly kind: 'footer'; readonly parts: readonly Value[] }
);

export interface Value {
  readonly value: string;
  /** ISO 8601 where the text is a time, for chats that show times in the reader's own zone. */
  readonly at?: string;
  /** Where the text leads; not yet checked for being a web address. */
  readonly href?: string;
}

export interface Fact extends Value {
  readonly label: string;
}

export interface Moment {
  readonly text: string;
  readonly time?: Value;
}
