import { severityFromWord } from '../../alert/severity';
import type { Steps } from '../../http/steps';
import type { OnCallActionRule, Performed, Task } from '../action';
import { sendJson } from '../api';
import { createAlert } from '../change';
import { isTrouble, trouble } from '../trouble';
import { readAnswer } from './answer';
import { idOf } from './body/ids';
import { cut, LONGEST_DESCRIPTION, LONGEST_TITLE } from './limits';
import { personId, toId } from './people';
import { incidents, read } from './read';

/** Clocks differ. */
const EARLIER_MS = 60_000;

const SEVERITIES = { critical: 'Critical', high: 'Critical', warning: 'Warning', info: 'Info' };

export const create: OnCallActionRule = {
  needs: [['title']],
  takes: ['description', 'severity', 'channel', 'person', 'policy'],
  *perform(task) {
    const { severity, channel, person } = task.arguments;
    const word = severity === undefined ? 'warning' : severityFromWord(severity);
    if (word === undefined || word === 'unknown') return trouble('bad_argument', 'severity');
    const channelId = channel === undefined ? undefined : toId(channel);
    if (channel !== undefined && channelId === undefined) return trouble('bad_argument', 'channel');
    const found = person === undefined ? undefined : yield* personId(person);
    if (found && isTrouble(found)) return found;
    const target = targetOf(task, found?.id);
    return yield* createAt(task, {
      incident_severity: SEVERITIES[word],
      ...(channelId !== undefined && { channel_id: channelId }),
      ...(target && { assigned_to: target }),
    });
  },
};

const targetOf = ({ arguments: { policy } }: Task, person: number | undefined) => {
  if (person !== undefined) return { person_ids: [person], type: 'assign' };
  return policy === undefined
    ? undefined
    : { escalate_rule_id: policy, layer_idx: 0, type: 'assign' };
};

function* createAt(task: Task, more: object): Steps<Performed> {
  const { title: whole = '', description } = task.arguments;
  const title = cut(whole, LONGEST_TITLE);
  const about = description === undefined ? undefined : cut(description, LONGEST_DESCRIPTION);
  const body = { title, ...(about !== undefined && { description: about }), ...more };
  let id: string | undefined;
  const became = yield* createAlert({
    request: sendJson('POST', '/incident/create', body),
    answer: (answer) => {
      const said = readAnswer(answer, trouble('bad_argument', 'channel'));
      if (isTrouble(said)) return said;
      id = idOf(said.data.incident_id);
      return { told: { title } };
    },
    find: () => findNew(task, title),
  });
  if (isTrouble(became) || became.alert !== undefined || id === undefined) return became;
  const alert = yield* read({ id }, task.now);
  return isTrouble(alert) ? became : { ...became, alert };
}

function* findNew(task: Task, title: string) {
  const found = yield* incidents({ query: title }, task.now - EARLIER_MS, task.now);
  return isTrouble(found) ? found : found.find(({ alert }) => alert.title === title);
}
