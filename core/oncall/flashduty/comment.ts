import type { AlertEvent } from '../../alert/event';
import { ask, type Steps } from '../../http/steps';
import type { OnCallActionRule } from '../action';
import { sendJson } from '../api';
import { cut, LONGEST_NOTE } from './limits';
import { tell } from './tell';

const PATH = '/incident/comment';

/** Muted, a comment is not sent back to us: https://docs.flashcat.cloud/en/openapi */
const muted = (comment: string) => ({ comment: cut(comment, LONGEST_NOTE), mute_reply: true });

/** Flashduty shows whose key it was, so that the comment itself says whose words it is. */
export const comment: OnCallActionRule = {
  needs: [['note']],
  takes: [],
  perform: (task) => {
    const { note = '' } = task.arguments;
    const words = task.by?.name === undefined ? note : `${task.by.name}: ${note}`;
    return tell(task, { path: PATH, body: () => muted(words), unseen: true, alsoResolved: true });
  },
};

export function* attribute({ alert }: AlertEvent, sentence: string): Steps<void> {
  const body = { incident_ids: [alert.id], ...muted(sentence) };
  yield* ask(sendJson('POST', PATH, body), () => undefined);
}
