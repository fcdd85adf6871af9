import type { OnCallActionRule } from '../action';
import { minutesOf } from '../minutes';
import { ACCEPTED, REOPENED, RESOLVED, UNACCEPTED } from '../states';
import { isTrouble, trouble } from '../trouble';
import { cut, LONGEST_NOTE } from './limits';
import { tell } from './tell';

export const accept: OnCallActionRule = {
  needs: [],
  takes: [],
  perform: (task) => tell(task, { ...ACCEPTED, path: '/incident/ack' }),
};

/** Only of whoever owns the key: an incident stays accepted while others have it. */
export const unaccept: OnCallActionRule = {
  needs: [],
  takes: [],
  perform: (task) => tell(task, { ...UNACCEPTED, mustShow: true, path: '/incident/unack' }),
};

/** The note becomes the resolution of the incident, or the reason why it is open again. */
export const resolve: OnCallActionRule = {
  needs: [],
  takes: ['note'],
  perform: (task) => {
    const { note } = task.arguments;
    const body = () => (note === undefined ? {} : { resolution: cut(note, LONGEST_NOTE) });
    return tell(task, { ...RESOLVED, path: '/incident/resolve', body });
  },
};

export const reopen: OnCallActionRule = {
  needs: [],
  takes: ['note'],
  perform: (task) => {
    const { note } = task.arguments;
    const body = () => (note === undefined ? {} : { reason: cut(note, LONGEST_NOTE) });
    return tell(task, { ...REOPENED, path: '/incident/reopen', body });
  },
};

/** In minutes: https://docs.flashcat.cloud/en/openapi, /incident/snooze */
const LONGEST_SNOOZE = 1440;
/** The platform's clock and ours differ, and it counts in seconds. */
const ALIKE_MS = 90_000;

export const snooze: OnCallActionRule = {
  needs: [['minutes', 'until']],
  takes: [],
  *perform(task) {
    const minutes = minutesOf(task);
    if (isTrouble(minutes)) return minutes;
    if (minutes.value > LONGEST_SNOOZE) return trouble('bad_argument', minutes.name);
    const until = task.now + minutes.value * 60_000;
    return yield* tell(task, {
      path: '/incident/snooze',
      body: () => ({ minutes: minutes.value }),
      isSo: ({ alert }) =>
        Math.abs(Date.parse(alert.snoozedUntil ?? '1970-01-01') - until) < ALIKE_MS,
    });
  },
};
