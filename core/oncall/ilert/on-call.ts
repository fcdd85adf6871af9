import { anyDefined, defined } from '../../alert/defined';
import { toIso } from '../../alert/time';
import { list, record, text, wholeNumber } from '../../alert/untrusted';
import { ask } from '../../http/steps';
import type { OnCallActionRule } from '../action';
import { getJson } from '../api';
import type { OnDuty } from '../on-duty';
import { isTrouble, trouble } from '../trouble';
import { needsUser } from './access';
import { readAnswer } from './answer';
import { readPerson } from './body/people';

/** https://docs.ilert.com/developer-docs/rest-api/api-reference/on-calls */
export const onCall: OnCallActionRule = {
  needs: [],
  takes: ['policy', 'schedule'],
  *perform(task) {
    const lacking = needsUser(task);
    if (lacking) return lacking;
    const { policy, schedule } = task.arguments;
    const request = getJson('/on-calls', {
      ...(policy !== undefined && { policies: policy }),
      ...(schedule !== undefined && { schedules: schedule }),
      expand: ['user', 'escalationPolicy', 'schedule'],
      'max-results': '100',
    });
    const said = yield* ask(request, (answer) => readAnswer(answer, trouble('refused')));
    return isTrouble(said) ? said : { data: list(said.data).flatMap(readDuty) };
  },
};

const readDuty = (value: unknown): OnDuty[] => {
  const duty = record(value);
  const person = readPerson(duty.user);
  if (person === undefined) return [];
  return [
    defined({
      person,
      policy: named(duty.escalationPolicy),
      schedule: named(duty.schedule),
      level: wholeNumber(duty.escalationLevel),
      until: toIso(duty.end),
    }),
  ];
};

const named = (value: unknown) => {
  const { id, name } = record(value);
  return anyDefined({ id: text(id), name: text(name) });
};
