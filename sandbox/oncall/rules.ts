import type { OnCallEvent } from '../platform';
import type { Story } from './stories';

/** What every stand-in remembers of one alert; each keeps more. */
export interface Remembered {
  id: string;
  story: Story;
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
  night: Scene[];
  manners: Manners;
  create(story: Story, at: number): Alert;
  /** Is this the kind of alert the event is meant for, where nobody names one? */
  isFor(alert: Alert, eventType: string): boolean;
  /** Why the event cannot happen to this alert, as a sentence. */
  objection(alert: Alert, eventType: string): string | undefined;
  /** Lets the event happen to the alert and writes the body about it. */
  happen(alert: Alert, eventType: string, at: number): object;
  /** What a body that somebody pasted says about itself. */
  caption(body: Record<string, unknown>): { eventType: unknown; alertId: unknown };
}
