import type { AlertEvent } from '../../alert/event';
import type { Steps } from '../../http/steps';
import type { Performed, Task } from '../action';
import { sendJson } from '../api';
import { type Change, changeAlert } from '../change';
import { refOf } from '../ref';
import { isTrouble, type Trouble } from '../trouble';
import { read, taken } from './read';

export interface Told
  extends Pick<Change, 'isSo' | 'shows' | 'mustShow' | 'unseen' | 'alsoResolved' | 'told'> {
  readonly path: string;
  body?(alert: AlertEvent): object | Trouble;
}

/** One call about one incident. */
export function* tell(task: Task, { path, body, ...change }: Told): Steps<Performed> {
  const ref = refOf(task);
  if (isTrouble(ref)) return ref;
  return yield* changeAlert({
    ...change,
    read: () => read(ref, task.now),
    request: (alert) => {
      const more = body?.(alert) ?? {};
      if (isTrouble(more)) return more;
      return sendJson(
        'POST',
        path,
        'incident_id' in more ? more : { incident_ids: [alert.alert.id], ...more },
      );
    },
    answer: (answer) => taken(answer, ref.id),
  });
}
