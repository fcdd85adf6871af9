import { createHash } from 'node:crypto';
import type { AlertEvent } from '../alert/event';
import { quote } from './check';
import type { FilterRules, SeenEvents } from './rules';

export const MOST_SEEN = 10_000;
const MINUTE = 60_000;
const LONGEST_KEY = 200;

export interface Repeats {
  /** Why this event is a repeat; undefined where it is none. */
  check(event: AlertEvent, seen: SeenEvents, now: number): string | undefined;
  /** The memory with this event, without what has left the window, at most 10,000 of the newest. */
  remember(event: AlertEvent, seen: SeenEvents, now: number): SeenEvents;
}

export const isWindow = (withinMinutes: unknown): withinMinutes is number =>
  typeof withinMinutes === 'number' && Number.isFinite(withinMinutes) && withinMinutes >= 0;

export const compileRepeats = ({
  withinMinutes,
}: NonNullable<FilterRules['repeats']>): Repeats | undefined => {
  if (!isWindow(withinMinutes) || withinMinutes === 0) return undefined;
  const isWithin = (time: unknown, now: number): time is number =>
    typeof time === 'number' && Math.abs(now - time) < withinMinutes * MINUTE;
  return {
    check: (event, seen, now) => {
      const time = seen[repeatKey(event)];
      return isWithin(time, now)
        ? `The same ${event.type} of alert ${quote(event.alert.id)} passed ${minutes(now - time)} ago; repeats within ${withinMinutes} min are dropped.`
        : undefined;
    },
    remember: (event, seen, now) => {
      const current = Object.entries(seen).filter(([, time]) => isWithin(time, now));
      const newest =
        current.length < MOST_SEEN
          ? current
          : current.sort(([, one], [, other]) => one - other).slice(1 - MOST_SEEN);
      return Object.fromEntries([...newest, [repeatKey(event), now]]);
    },
  };
};

/** Everything that makes two events say the same; long keys as their digest. */
const repeatKey = ({ platform, account, alert, type, ...event }: AlertEvent): string => {
  const whom = event.assignees.map(
    ({ id, username, email, name }) => id ?? username ?? email ?? name,
  );
  const { comment, change, escalation } = event;
  const said = comment?.id ?? comment?.text ?? change?.to;
  const key = JSON.stringify([platform, account, alert.id, type, escalation?.level, whom, said]);
  return key.length <= LONGEST_KEY ? key : createHash('sha256').update(key).digest('hex');
};

const minutes = (ms: number): string =>
  Math.abs(ms) < MINUTE ? 'less than a minute' : `${Math.floor(Math.abs(ms) / MINUTE)} min`;
