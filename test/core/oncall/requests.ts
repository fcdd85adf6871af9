import type { AlertEvent } from '../../../core/alert/event';
import type { InboundRequest } from '../../../core/http/types';
import { ilert } from '../../../core/oncall/ilert/index';

export const SECRET = 'correct-horse';
export const RECEIVED = '2026-06-01T12:00:00.000Z';

/** A POST that carries the secret. */
export const authenticated = (
  body: unknown,
  headers: InboundRequest['headers'] = {},
): InboundRequest => ({
  headers: { 'x-alertwire-secret': SECRET, ...headers },
  query: {},
  rawBody:
    typeof body === 'string' || body instanceof Uint8Array ? body : (JSON.stringify(body) ?? ''),
});

/** A body as ilert writes it today. */
export const ilertBody = (more: object = {}): Record<string, unknown> => ({
  id: '70011',
  summary: 'Mail queue grows',
  details: 'More than 500 mails wait.',
  reportTime: '2026-06-01T11:40:00.125Z',
  status: 'PENDING',
  eventType: 'alert-created',
  priority: 'HIGH',
  alertSource: { id: 88, name: 'Mail probes' },
  timestamp: '2026-06-01T11:40:00.250987654Z',
  eventId: 'f1d7a4d0-0000-4000-8000-00000000000a',
  escalationPolicy: { id: 99, name: 'Office' },
  ...more,
});

export const noor = {
  id: 4001,
  username: 'noor',
  firstName: 'Noor',
  lastName: 'Haddad',
  email: 'noor@example.com',
};

/** The one event of an ilert body. */
export const parsed = (body: unknown, options = {}): AlertEvent => {
  const [event] = ilert.parse(body, RECEIVED, options).events;
  if (event === undefined) throw new Error('ilert makes one event of every body');
  return event;
};
