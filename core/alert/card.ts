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
  /** Buttons, in the order people read; absent where nothing can be done from here. */
  readonly actions?: readonly CardAction[];
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

/** A button: what somebody can do from the card. */
export interface CardAction {
  /** Letters and digits, unique in the card. */
  readonly id: string;
  readonly label: string;
  readonly style: 'default' | 'primary' | 'danger';
  /** What is asked before it is done. */
  readonly confirm?: string;
  /** Proves what the button was made for; comes back with the click. */
  readonly token: string;
  /** One of these is picked, and comes back under this name. */
  readonly pick?: {
    readonly argument: string;
    readonly choices: readonly { readonly value: string; readonly label: string }[];
  };
  /** A text that may be typed along, and comes back under this name. */
  readonly note?: { readonly argument: string; readonly label: string };
  /** Opens this page, in place of calling back. */
  readonly href?: string;
  /** Where clicks are sent, for chats that are told so with every button. */
  readonly callback?: string;
}

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
