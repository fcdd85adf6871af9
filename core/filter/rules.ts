import type { EventType, Severity } from '../alert/event';

/** Every rule is optional; an event passes when all rules that are set hold. */
export interface FilterRules {
  /** Passing event types. Absent: created, escalated, assigned, accepted, resolved. */
  readonly events?: readonly EventType[];
  /** The least severity that passes; `unknown` passes when `passUnknown` (default true). */
  readonly severity?: { readonly atLeast: Severity; readonly passUnknown?: boolean };
  /** Names or ids of alert sources, as value forms; `exclude` wins. */
  readonly source?: { readonly include?: readonly string[]; readonly exclude?: readonly string[] };
  /** Groups are alternatives; all conditions of one group must hold. */
  readonly labels?: readonly LabelGroup[];
  /** The same event of the same alert within the window passes once. */
  readonly repeats?: { readonly withinMinutes: number };
  readonly quietHours?: QuietHours;
}

export type LabelGroup = readonly LabelCondition[];

/** `key` is `labels.<name>`, `title`, `description`, `priority`, `source`, `platform` or a bare label name. */
export interface LabelCondition {
  readonly key: string;
  readonly operator: 'in' | 'not-in';
  /** Value forms: exact, wildcard `*` `?`, `cidr:10.0.0.0/8`, `num:ge:90`. */
  readonly values: readonly string[];
}

export interface QuietHours {
  /** IANA name, for example `Europe/Berlin`. */
  readonly timeZone: string;
  /** `HH:MM`; a window may cross midnight. */
  readonly from: string;
  readonly to: string;
  /** ISO weekdays on which the window starts, 1 = Monday. Absent: every day. */
  readonly days?: readonly number[];
  /** Default `mute`: the message comes without sound and mentions. */
  readonly effect?: 'mute' | 'drop';
  /** Default true: critical alerts are not touched. */
  readonly criticalPasses?: boolean;
}

export type FilterEffect = 'announce' | 'refresh' | 'drop';

export interface FilterReason {
  /** Stable, for example `events`, `severity`, `repeats`. */
  readonly rule: string;
  /** A sentence. */
  readonly message: string;
}

export interface FilterDecision {
  readonly effect: FilterEffect;
  /** No sound and no mentions. */
  readonly silent: boolean;
  readonly reasons: readonly FilterReason[];
  readonly matchedRule?: string;
}

/** What the repeats rule remembers: plain JSON, event key → time in ms. Kept by the host. */
export type SeenEvents = Readonly<Record<string, number>>;
