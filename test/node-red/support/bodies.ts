import { randomUUID } from 'node:crypto';

let last = 4710;

/** A body as ilert sends it; every call is an alert of its own. */
export const ilertBody = (eventType = 'alert-created', more: object = {}) => ({
  id: String(++last),
  eventId: randomUUID(),
  summary: 'Checkout latency above 2 s',
  details: 'p99 is 3.4 s in eu-west-1 since 03:02',
  status: 'PENDING',
  eventType,
  priority: 'HIGH',
  alertSource: { id: 7, name: 'Prometheus production' },
  ...more,
});
