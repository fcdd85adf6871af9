import { applyEvent } from '../alert/apply-event';
import { asRecord } from '../alert/card-text';
import type { AlertEvent } from '../alert/event';
import type { AlertState } from '../alert/state';

/** An event that comes without its story so far is a story of its own. */
export type Told = { readonly state: AlertState } | { readonly event: AlertEvent };

export const storyOf = (told: Told): AlertState =>
  'state' in told ? told.state : applyEvent(undefined, told.event).state;

/** False where a hand-written flow sends something else. */
export const holdsAlert = (told: Told): boolean => {
  const event: unknown = 'state' in told ? asRecord(told.state).latest : told.event;
  const { alert } = asRecord(event);
  return typeof alert === 'object' && alert !== null;
};
