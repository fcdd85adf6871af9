import type { OnCallActionRule } from '../action';
import { refOf } from '../ref';
import { isTrouble } from '../trouble';
import { read } from './read';

export const getIncident: OnCallActionRule = {
  needs: [],
  takes: [],
  *perform(task) {
    const ref = refOf(task);
    if (isTrouble(ref)) return ref;
    const alert = yield* read(ref, task.now);
    return isTrouble(alert) ? alert : { alert };
  },
};
