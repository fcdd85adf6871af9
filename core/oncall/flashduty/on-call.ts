import { anyDefined, defined } from '../../alert/defined';
import { toIso } from '../../alert/time';
import { list, record, text } from '../../alert/untrusted';
import { ask, type Steps } from '../../http/steps';
import type { OnCallActionRule } from '../action';
import { askJson } from '../api';
import type { OnDuty } from '../on-duty';
import { isTrouble, type Trouble, trouble } from '../trouble';
import { readAnswer } from './answer';
import { idOf } from './body/ids';
import { readPerson } from './body/people';

const MOST_SCHEDULES = 100;

interface Shift {
  readonly schedule: OnDuty['schedule'];
  readonly until: string | undefined;
  readonly people: readonly string[];
}

/** Who has the current shift of each schedule: https://docs.flashcat.cloud/en/openapi, /schedule */
export const onCall: OnCallActionRule = {
  needs: [],
  takes: ['schedule'],
  *perform(task) {
    const { schedule } = task.arguments;
    const request = askJson('/schedule/list', { p: 1, limit: MOST_SCHEDULES });
    const said = yield* ask(request, (answer) => readAnswer(answer, trouble('refused')));
    if (isTrouble(said)) return said;
    const shifts = list(said.data.items)
      .map(readShift)
      .filter((shift) => schedule === undefined || shift.schedule?.id === schedule);
    const people = yield* peopleBy(new Set(shifts.flatMap((shift) => shift.people)));
    if (isTrouble(people)) return people;
    return { data: shifts.flatMap((shift) => dutiesOf(shift, people)) };
  },
};

const readShift = (value: unknown): Shift => {
  const { schedule_id, schedule_name, name, cur_oncall } = record(value);
  const shift = record(cur_oncall);
  const known = { id: idOf(schedule_id), name: text(schedule_name) ?? text(name) };
  return {
    schedule: anyDefined(known),
    until: toIso(shift.end),
    people: list(record(shift.group).members).flatMap((member) =>
      list(record(member).person_ids).flatMap((id) => idOf(id) ?? []),
    ),
  };
};

type People = ReadonlyMap<string, NonNullable<ReturnType<typeof readPerson>>>;

function* peopleBy(ids: ReadonlySet<string>): Steps<People | Trouble> {
  if (ids.size === 0) return new Map();
  const request = askJson('/person/infos', { person_ids: [...ids].map(Number) });
  const said = yield* ask(request, (answer) => readAnswer(answer, trouble('refused')));
  if (isTrouble(said)) return said;
  const people = list(said.data.items).flatMap((item) => readPerson(item) ?? []);
  return new Map(people.flatMap((person) => (person.id ? [[person.id, person]] : [])));
}

const dutiesOf = ({ schedule, until, people }: Shift, known: People): OnDuty[] =>
  people.map((id) => defined({ person: known.get(id) ?? { id }, schedule, until }));
