import type { AlertEvent } from '../../alert/event';
import { toIso } from '../../alert/time';
import { isRecord } from '../../alert/untrusted';
import { ask } from '../../http/steps';
import type { HttpAnswer } from '../../http/types';
import { getJson } from '../api';
import type { OnCallPlatform } from '../platform';
import { isTrouble, type Trouble, trouble } from '../trouble';
import { readAnswer } from './answer';
import { alertId, readEvent } from './body/event';

const READ = { type: 'updated', rawType: 'read', automatic: false, isKnown: true } as const;

/** An alert of the REST API, whose fields are those of the webhook. */
export const eventOf = (value: unknown, now: number): AlertEvent | undefined => {
  if (!isRecord(value) || alertId(value) === undefined) return undefined;
  const delivery = { trigger: READ, fields: value, eventId: undefined, time: undefined };
  const known = { receivedAt: toIso(now), alertUrlPattern: undefined, capabilities: [] };
  return { ...readEvent(delivery, known), platformName: 'ilert' };
};

/** The number of an alert, as the API wants it. */
export const numberOf = (id: string): string | undefined => /^#?(\d{1,19})$/.exec(id.trim())?.[1];

export const pathOf = (id: string): string => `/alerts/${id}`;

export const read: OnCallPlatform['read'] = function* ({ id }) {
  const number = numberOf(id);
  if (number === undefined) return trouble('no_such_alert', id);
  const request = getJson(pathOf(number), { include: 'customDetails' });
  return yield* ask(request, (answer, now) => alertIn(answer, now, number));
};

const alertIn = (answer: HttpAnswer, now: number, id: string): AlertEvent | Trouble => {
  const said = readAnswer(answer, trouble('no_such_alert', id));
  if (isTrouble(said)) return said;
  return eventOf(said.data, now) ?? trouble('unexpected_answer');
};

/** The answer to a change: the alert as it is now. */
export const changed = (
  answer: HttpAnswer,
  now: number,
  id: string,
): AlertEvent | undefined | Trouble => {
  const said = readAnswer(answer, trouble('no_such_alert', id));
  return isTrouble(said) ? said : eventOf(said.data, now);
};
