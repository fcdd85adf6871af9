import type { AlertEvent } from '../alert/event';
import { type Heartbeat, heartbeatEvent } from '../alert/heartbeat-event';

/** What is known of one source between sweeps: plain JSON. Times are in ms. */
export interface Beat extends Heartbeat {
  /** It was told that the source is silent. */
  readonly lost: boolean;
}

export interface Listened {
  readonly beats: readonly Beat[];
  /** Alerts about silent sources, and their end. */
  readonly events: readonly AlertEvent[];
}

/** A source was heard. */
export const hear = (beat: Beat | undefined, heard: Heartbeat): Listened => {
  const back = beat?.lost === true;
  const events = back ? [heartbeatEvent(beat, true, heard.lastAt)] : [];
  return { beats: [{ ...heard, lost: false }], events };
};

/** Which sources have been silent for too long by now. */
export const listen = (beats: readonly Beat[], now: number): Listened => {
  const late = beats.filter(
    ({ lost, lastAt, expectedEveryMs }) => !lost && now - lastAt > expectedEveryMs,
  );
  return {
    beats: beats.map((beat) => (late.includes(beat) ? { ...beat, lost: true } : beat)),
    events: late.map((beat) => heartbeatEvent(beat, false, now)),
  };
};
