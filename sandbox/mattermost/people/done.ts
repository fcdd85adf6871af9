import type { Reaction } from '../../people/people';
import { type ApiError, sentenceOf } from '../api/answer';
import type { Server } from '../server';
import type { Trigger } from './triggers';

/** What came of a click or a command that an app has answered. */
export interface Done {
  trigger: Trigger;
  /** Where the app sends the person. */
  gotoLocation?: string;
  /** What the app complains of, in its own words. */
  complaint?: string;
}

/** The same as the person sees it; a dialog is there once the app has opened one. */
export function reactionOf({ dialogs }: Server, done: Done | ApiError): Reaction {
  if ('id' in done) return { ok: false, problem: sentenceOf(done) };
  const { trigger, gotoLocation, complaint } = done;
  const dialog = dialogs.openedBy(trigger.clientId);
  return {
    ok: complaint === undefined,
    ...(complaint !== undefined && { problem: complaint }),
    ...(gotoLocation && { notice: `The app sends you to ${gotoLocation}` }),
    ...(dialog && { dialog }),
  };
}
