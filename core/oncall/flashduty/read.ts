import type { AlertEvent } from '../../alert/event';
import { toIso } from '../../alert/time';
import { isRecord, list } from '../../alert/untrusted';
import { ask, type Steps } from '../../http/steps';
import { askJson } from '../api';
import type { OnCallPlatform } from '../platform';
import { isTrouble, type Trouble, trouble } from '../trouble';
import { readAnswer } from './answer';
import { readEvent } from './body/event';
import { idOf } from './body/ids';
import { readPerson } from './body/people';

const READ = { type: 'updated', automatic: false, isKnown: true } as const;

/** An incident of the API, whose fields are those of the webhook; who closed it is its actor. */
export const eventOf = (value: unknown, now: number): AlertEvent | undefined => {
  if (!isRecord(value) || idOf(value.incident_id) === undefined) return undefined;
  const delivery = {
    rawType: 'read',
    about: 'incident' as const,
    fields: value,
    person: undefined,
    eventId: undefined,
    time: now,
  };
  const closer = value.progress === 'Closed' ? readPerson(value.closer) : undefined;
  const event = readEvent(delivery, READ, {
    actor: closer && { kind: 'user', ...closer },
    receivedAt: toIso(now),
    alertUrlPattern: undefined,
    capabilities: [],
  });
  return { ...event, platformName: 'Flashduty' };
};

const INCIDENT = /^[0-9a-f]{24}$/i;

export const read: OnCallPlatform['read'] = function* ({ id }, now) {
  const asked = id.trim().replace(/^#/, '');
  if (!INCIDENT.test(asked)) return yield* byNumber(asked, now);
  const missing = trouble('no_such_alert', asked);
  const request = askJson('/incident/info', { incident_id: asked.toLowerCase() });
  return yield* ask(request, (answer, when) => {
    const said = readAnswer(answer, missing);
    if (isTrouble(said)) return said;
    return eventOf(said.data, when) ?? trouble('unexpected_answer');
  });
};

/** https://docs.flashcat.cloud/en/openapi: a list reaches over 31 days at most. */
const WINDOW_SECONDS = 30 * 24 * 60 * 60;
/** Clocks differ. */
const LATER_SECONDS = 60 * 60;

/** What people read on a card: short, and not always of one incident only. */
function* byNumber(number: string, now: number): Steps<AlertEvent | Trouble> {
  const missing = trouble('no_such_alert', number);
  if (!/^[0-9a-z]{1,24}$/i.test(number)) return missing;
  const nums = [...new Set([number, number.toUpperCase(), number.toLowerCase()])];
  const found = yield* incidents({ nums }, now - WINDOW_SECONDS * 1000, now);
  if (isTrouble(found)) return found;
  const same = found.filter(({ alert }) => alert.number?.toLowerCase() === number.toLowerCase());
  const open = same.filter(({ alert }) => alert.status !== 'resolved');
  const [one, other] = open.length > 0 ? open : same;
  return other === undefined ? (one ?? missing) : trouble('several_alerts', number);
}

export function* incidents(
  filter: object,
  since: number,
  now: number,
): Steps<readonly AlertEvent[] | Trouble> {
  const request = askJson('/incident/list', {
    ...filter,
    start_time: Math.floor(since / 1000),
    end_time: Math.floor(now / 1000) + LATER_SECONDS,
    limit: 100,
  });
  return yield* ask(request, (answer, when) => {
    const said = readAnswer(answer, trouble('refused'));
    return isTrouble(said)
      ? said
      : list(said.data.items).flatMap((item) => eventOf(item, when) ?? []);
  });
}

/** The answer to a change says only yes. */
export const taken = (
  answer: Parameters<typeof readAnswer>[0],
  id: string,
): Trouble | undefined => {
  const said = readAnswer(answer, trouble('no_such_alert', id));
  return isTrouble(said) ? said : undefined;
};
