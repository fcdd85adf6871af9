import type { AlertEvent } from '../../alert/event';
import { list } from '../../alert/untrusted';
import { ask, type Steps } from '../../http/steps';
import type { OnCallActionRule, Performed, Task } from '../action';
import { getJson, sendJson } from '../api';
import { createAlert } from '../change';
import { isTrouble, type Trouble, trouble } from '../trouble';
import { hasSource, hasUser } from './access';
import { readAnswer } from './answer';
import { eventTrouble, tellEvent } from './event-api';
import { personId } from './people';
import { eventOf } from './read';

/** Clocks differ. */
const EARLIER_MS = 60_000;

/** By a user, where an alert source is named; by an event to the source whose key is known. */
export const create: OnCallActionRule = {
  needs: [['title']],
  takes: ['description', 'severity', 'priority', 'source', 'policy', 'person'],
  *perform(task) {
    const { source } = task.arguments;
    if (hasUser(task) && source !== undefined) return yield* byUser(task, source);
    if (hasSource(task)) return yield* byEvent(task);
    return hasUser(task) ? trouble('missing_argument', 'source') : trouble('no_credential');
  },
};

function* byUser(task: Task, source: string): Steps<Performed> {
  const { title = '', description, policy, person } = task.arguments;
  if (!/^\d{1,19}$/.test(source)) return trouble('bad_argument', 'source');
  if (policy !== undefined && !/^\d{1,19}$/.test(policy)) return trouble('bad_argument', 'policy');
  const user = person === undefined ? undefined : yield* personId(person);
  if (user && isTrouble(user)) return user;
  const priority = priorityOf(task);
  const request = sendJson('POST', '/alerts', {
    summary: title,
    alertSource: { id: Number(source) },
    ...(description !== undefined && { details: description }),
    ...(priority !== undefined && { priority }),
    ...(policy !== undefined && { escalationPolicy: { id: Number(policy) } }),
    ...(user && { responders: [{ user: { id: Number(user.id) } }] }),
  });
  return yield* createAlert({
    request,
    answer: (answer, now) => {
      const said = readAnswer(answer, trouble('bad_argument', 'source'));
      if (isTrouble(said)) return said;
      const alert = eventOf(said.data, now);
      return { told: { title }, ...(alert && { alert }) };
    },
    find: () => findNew(source, title, task.now),
  });
}

/** Among the alerts of a source that are new since the command. */
function* findNew(
  source: string,
  title: string,
  since: number,
): Steps<AlertEvent | undefined | Trouble> {
  const from = new Date(since - EARLIER_MS).toISOString();
  const request = getJson('/alerts', { sources: source, from, 'max-results': '100' });
  return yield* ask(request, (answer, now) => {
    const said = readAnswer(answer, trouble('refused'));
    if (isTrouble(said)) return said;
    const alerts = list(said.data).flatMap((value) => eventOf(value, now) ?? []);
    return alerts.find(({ alert }) => alert.title === title);
  });
}

/** The key keeps a second event of the same command from making a second alert. */
function* byEvent(task: Task): Steps<Performed> {
  const { title = '', description } = task.arguments;
  const priority = priorityOf(task);
  const event = tellEvent({
    eventType: 'ALERT',
    summary: title,
    alertKey: `alertwire-${task.key.slice(0, 32)}`,
    ...(description !== undefined && { details: description }),
    ...(priority !== undefined && { priority }),
  });
  for (;;) {
    const said = yield* ask(event, (answer) => ({ of: eventTrouble(answer) }));
    if (said.of === undefined) return { later: true, told: { title } };
    if (!said.of.maybe) return said.of;
  }
}

/** ilert knows two; where nothing is said, the alert source decides. */
const priorityOf = ({ arguments: { priority, severity } }: Task): 'HIGH' | 'LOW' | undefined => {
  const word = (priority ?? severity)?.toLowerCase();
  if (word === undefined) return undefined;
  return ['high', 'critical'].includes(word) ? 'HIGH' : 'LOW';
};
