import type { OnCallEvent } from '../platform';
import type { Actor } from './actor';
import type { Story } from './stories';

/** Something that happened to an alert. */
export interface Happening {
  /** In ms. */
  at: number;
  eventType: string;
  by: Actor;
  /** What only this kind of event tells, as the platform's timeline has it. */
  detail?: Record<string, unknown>;
}

export interface Note {
  text: string;
  by: string;
  /** In ms. */
  at: number;
}

/** What every stand-in remembers of one alert; each keeps more. */
export interface Remembered {
  id: string;
  story: Story;
  /** Oldest first. */
  history: Happening[];
  comments: Note[];
}

/** What people see of an alert, in the platform's own words. */
export interface AlertView {
  status: string;
  state: 'open' | 'accepted' | 'resolved';
  /** How far it was escalated, counted from 1; 0 before anybody was called. */
  level: number;
  people: { name: string; accepted: boolean }[];
  /** Until when it is silent, in ms; null when it is not. */
  snoozedUntil: number | null;
}

/** One event of *Play a bad night*. */
export interface Scene {
  minute: number;
  eventType: string;
}

/** Why an answer is missing. */
export type Failure = 'refused' | 'broken' | 'no-answer' | 'cut-short' | 'closed' | 'other';

/** How a platform sends its webhooks. */
export interface Manners {
  userAgent: string;
  patienceMs(eventType: string | null): number;
  isSuccess(status: number): boolean;
  /** Does it send the same body a second time after this failure? */
  triesAgain(failure: Failure): boolean;
}

/** What tells one on-call platform from another. */
export interface Rules<Alert extends Remembered> {
  id: string;
  title: string;
  /** In the order of the page's buttons; the first creates an alert. */
  events: OnCallEvent[];
  /** What only its API makes happen; nothing by default. */
  apiEvents?: OnCallEvent[];
  night: Scene[];
  manners: Manners;
  create(story: Story, at: number): Alert;
  /** Is this the kind of alert the event is meant for, where nobody names one? */
  isFor(alert: Alert, eventType: string): boolean;
  /** Why the event cannot happen to this alert, as a sentence. */
  objection(alert: Alert, eventType: string): string | undefined;
  /** Would this event of a night still happen, after what others did in the middle of it? */
  isDue(alert: Alert, eventType: string): boolean;
  /** Lets the event happen to the alert, as somebody on the platform's pages would; says who. */
  happen(alert: Alert, eventType: string, at: number): Actor;
  /** The body of the webhook about it; `by` is who did it. */
  bodyOf(alert: Alert, eventType: string, at: number, by: Actor): object;
  view(alert: Alert): AlertView;
  /** Lets pass what time alone does to an alert; true where it did something. */
  settle?(alert: Alert, now: number): boolean;
  /** What a body that somebody pasted says about itself. */
  caption(body: Record<string, unknown>): { eventType: unknown; alertId: unknown };
}
