import type { AlertEvent } from '../alert/event';
import { ask, type Steps } from '../http/steps';
import type { HttpAnswer, HttpRequest } from '../http/types';
import type { Done, Performed, Told } from './action';
import { isTrouble, type Trouble, trouble } from './trouble';

/** A change of one alert: what is asked for, and how anybody sees that it is so. */
export interface Change {
  read(): Steps<AlertEvent | Trouble>;
  request(alert: AlertEvent): HttpRequest | Trouble;
  /** The alert where the answer holds it, nothing where it only says yes. */
  answer(answer: HttpAnswer, now: number): AlertEvent | undefined | Trouble;
  /** It is so already. Absent where asking again changes something. */
  isSo?(alert: AlertEvent): boolean;
  /** After an answer that was lost: can it be seen on the alert? Default `isSo`. */
  shows?(alert: AlertEvent, before: AlertEvent): boolean;
  /** Nothing on the alert shows it, and twice does little harm. */
  readonly unseen?: true;
  /** The platform says yes also where it changes nothing: only what it shows counts. */
  readonly mustShow?: true;
  /** What is resolved stays as it is, unless told otherwise. */
  readonly alsoResolved?: true;
  told?(alert: AlertEvent): Told;
}

/** Reads, asks, and reads again wherever an answer leaves open what came of it. */
export function* changeAlert(change: Change): Steps<Performed> {
  const before = yield* change.read();
  if (isTrouble(before)) return before;
  if (isOver(change, before)) return { ...trouble('already_resolved'), alert: before };
  if (change.isSo?.(before)) return done(change, before, true);
  const request = change.request(before);
  return isTrouble(request) ? request : yield* send(change, request, before);
}

function* send(change: Change, request: HttpRequest, before: AlertEvent): Steps<Performed> {
  for (;;) {
    const said = yield* ask(request, (answer, now) => ({ of: change.answer(answer, now) }));
    if (said.of === undefined || !isTrouble(said.of)) return yield* finish(change, said.of, before);
    const became = yield* judge(change, said.of, before);
    if (became !== AGAIN) return became;
  }
}

const AGAIN = 'again';

/** A refusal may also mean that somebody else was faster. */
const MAY_BE_SO: ReadonlySet<string> = new Set(['refused', 'unexpected_answer']);

function* judge(
  change: Change,
  said: Trouble,
  before: AlertEvent,
): Steps<Performed | typeof AGAIN> {
  if (change.unseen) return said.maybe && said.trouble !== 'unknown' ? AGAIN : said;
  if (!said.maybe && !MAY_BE_SO.has(said.trouble)) return said;
  const now = yield* change.read();
  if (isTrouble(now)) return said.maybe ? trouble('unknown', said.about) : said;
  if (isOver(change, now)) return { ...trouble('already_resolved'), alert: now };
  const isSo = change.isSo?.(now) ?? false;
  if (said.maybe) {
    return (change.shows?.(now, before) ?? isSo) ? done(change, now, false) : AGAIN;
  }
  return isSo ? done(change, now, true) : said;
}

function* finish(
  change: Change,
  told: AlertEvent | undefined,
  before: AlertEvent,
): Steps<Performed> {
  const read = told ?? (yield* change.read());
  const alert = isTrouble(read) ? before : read;
  if (isOver(change, alert)) return { ...trouble('already_resolved'), alert };
  const stays = change.mustShow && !isTrouble(read) && !change.isSo?.(read);
  return stays ? { ...trouble('nothing_changed'), alert } : done(change, alert, false);
}

const isOver = ({ alsoResolved }: Change, { alert }: AlertEvent): boolean =>
  !alsoResolved && alert.status === 'resolved';

const done = (change: Change, alert: AlertEvent, already: boolean): Done => {
  const told = change.told?.(alert);
  return { alert, ...(already && { already }), ...(told && { told }) };
};

/** Something new: `find` looks whether it is there after all. */
export interface Creation {
  readonly request: HttpRequest;
  answer(answer: HttpAnswer, now: number): Done | Trouble;
  find(): Steps<AlertEvent | undefined | Trouble>;
}

export function* createAlert({ request, answer, find }: Creation): Steps<Performed> {
  for (;;) {
    const said = yield* ask(request, answer);
    if (!isTrouble(said) || !said.maybe) return said;
    const found = yield* find();
    if (found === undefined) continue;
    return isTrouble(found) ? trouble('unknown', said.about) : { alert: found };
  }
}
