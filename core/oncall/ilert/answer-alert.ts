import type { AlertRef } from '../../alert/command';
import type { AlertEvent } from '../../alert/event';
import { ask, type Steps } from '../../http/steps';
import type { OnCallActionRule, Performed, Task } from '../action';
import { sendJson } from '../api';
import { changeAlert } from '../change';
import { refOf } from '../ref';
import { ACCEPTED, RESOLVED } from '../states';
import { isTrouble, type Trouble, trouble } from '../trouble';
import { hasSource, hasUser } from './access';
import { eventTrouble, tellEvent } from './event-api';
import { changed, pathOf, read } from './read';

type Verb = 'accept' | 'resolve';
const EVENT_OF = { accept: 'ACCEPT', resolve: 'RESOLVE' } as const;

const answering = (verb: Verb): OnCallActionRule => ({
  needs: [],
  takes: [],
  *perform(task) {
    const ref = refOf(task);
    if (isTrouble(ref)) return ref;
    if (!hasUser(task)) return yield* byEvent(verb, ref, task);
    return yield* changeAlert({
      ...(verb === 'accept' ? ACCEPTED : RESOLVED),
      read: () => read(ref, task.now),
      request: ({ alert }) => sendJson('PUT', `${pathOf(alert.id)}/${verb}`),
      answer: (answer, now) => changed(answer, now, ref.id),
    });
  },
});

export const accept = answering('accept');
export const resolve = answering('resolve');

/** Without a user: an event, which reaches the open alert that has its key. */
function* byEvent(verb: Verb, ref: AlertRef, task: Task): Steps<Performed> {
  const alertKey = keyFor(ref, task);
  if (isTrouble(alertKey)) return alertKey;
  const summary = ref.title ?? alertKey.key;
  const event = tellEvent({ eventType: EVENT_OF[verb], summary, alertKey: alertKey.key });
  return (yield* tellTwice(event)) ?? { later: true };
}

const keyFor = (ref: AlertRef, task: Task): { readonly key: string } | Trouble => {
  if (!hasSource(task)) return trouble('no_credential');
  return ref.key === undefined ? trouble('no_alert_key') : { key: ref.key };
};

/** Twice the same event is as good as once, for all but comments. */
function* tellTwice(event: ReturnType<typeof tellEvent>): Steps<Trouble | undefined> {
  for (;;) {
    const said = yield* ask(event, (answer) => ({ of: eventTrouble(answer) }));
    if (!said.of?.maybe) return said.of;
  }
}

/** Only events carry comments, so that it takes the key of the alert source as well. */
export const comment: OnCallActionRule = {
  needs: [['note']],
  takes: [],
  *perform(task) {
    const ref = refOf(task);
    if (isTrouble(ref)) return ref;
    if (!hasSource(task)) return trouble(hasUser(task) ? 'needs_integration_key' : 'no_credential');
    const alert = hasUser(task) ? yield* read(ref, task.now) : undefined;
    if (alert && isTrouble(alert)) return alert;
    if (alert?.alert.status === 'resolved') return { ...trouble('already_resolved'), alert };
    const key = alert?.alert.key ?? ref.key;
    if (key === undefined) return trouble('no_alert_key');
    const { by, arguments: given } = task;
    const event = commentEvent(key, alert?.alert.title ?? ref.title, given.note ?? '', by?.name);
    const said = yield* ask(event, (answer) => ({ of: eventTrouble(answer) }));
    if (said.of !== undefined) return said.of.maybe ? trouble('unknown', said.of.about) : said.of;
    return { later: true, ...(alert && { alert }) };
  },
};

const commentEvent = (alertKey: string, title: string | undefined, content: string, who?: string) =>
  tellEvent({
    eventType: 'COMMENT',
    summary: title ?? alertKey,
    alertKey,
    comments: [{ creator: who ?? 'Alertwire', content }],
  });

/** A comment in the name of whoever asked, where comments are possible. */
export function* attribute({ alert }: AlertEvent, sentence: string, task: Task): Steps<void> {
  if (!hasSource(task) || alert.key === undefined || alert.status === 'resolved') return;
  yield* ask(commentEvent(alert.key, alert.title, sentence, task.by?.name), () => undefined);
}
