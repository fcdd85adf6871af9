import type { OnCallActionRule } from '../action';
import { refOf } from '../ref';
import { isTrouble } from '../trouble';
import { needsUser } from './access';
import { read } from './read';

export const getAlert: OnCallActionRule = {
  needs: [],
  takes: [],
  *perform(task) {
    const lacking = needsUser(task);
    if (lacking) return lacking;
    const ref = refOf(task);
    if (isTrouble(ref)) return ref;
    const alert = yield* read(ref, task.now);
    return isTrouble(alert) ? alert : { alert };
  },
};
