import type { HttpAnswer, HttpRequest } from '../../../core/http/types';
import { performAction } from '../../../core/oncall/index';
import type { ActionOrder } from '../../../core/oncall/perform';
import { answer, answering, simulatedClock } from '../delivery/world';

export const json = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  answer(status, JSON.stringify(body), headers);

export const LOST: HttpAnswer = { failed: 'answer-lost', code: 'ETIMEDOUT' };
export const UNSENT: HttpAnswer = { failed: 'not-sent', code: 'ECONNREFUSED' };

/** An alert as ilert's API tells it. */
export const ilertAlert = (more: object = {}) => ({
  id: 4711,
  summary: 'Mail queue grows',
  reportTime: '2026-02-28T23:40:00.000Z',
  status: 'PENDING',
  priority: 'HIGH',
  alertKey: 'mail/queue',
  alertSource: { id: 88, name: 'Mail probes' },
  escalationPolicy: { id: 99, name: 'Office' },
  responders: [],
  ...more,
});

export const INCIDENT = '6a1d70011e5a0c7d9b2e41aa';

/** An incident as Flashduty's API tells it. */
export const incident = (more: object = {}) => ({
  incident_id: INCIDENT,
  num: '2E41AA',
  account_id: 77,
  title: 'Mail queue grows',
  incident_severity: 'Warning',
  incident_status: 'Warning',
  progress: 'Triggered',
  created_at: 1_772_321_000,
  start_time: 1_772_321_000,
  updated_at: 1_772_321_000,
  ack_time: 0,
  close_time: 0,
  snoozed_before: 0,
  labels: {},
  responders: [],
  ...more,
});

export const said = (data: unknown) => json(200, { request_id: 'r', data });

/** Performs an action while the platform gives these answers, the last one for ever. */
export const performed = async (
  order: Partial<ActionOrder> & { platform: string; action: string },
  ...answers: HttpAnswer[]
) => {
  const { http, requests, timeouts } = answering(...answers);
  const { clock, sleeps } = simulatedClock();
  const outcome = await performAction({ http, clock, ...order });
  return { ...outcome, requests, asked: requests.map(shown), sleeps, timeouts };
};

/** A request as people compare it. */
export const shown = ({ method, url, body }: HttpRequest): string =>
  `${method} ${url}${body === undefined ? '' : ` ${body}`}`;
