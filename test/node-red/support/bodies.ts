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

/** A body about an incident, as Flashduty sends it; every call is an incident of its own. */
export const flashdutyBody = (event_type = 'i_new', more: object = {}) => ({
  event_id: randomUUID().replaceAll('-', ''),
  event_time: Date.now(),
  event_type,
  incident: {
    incident_id: String(++last),
    title: 'Checkout latency above 2 s',
    incident_severity: 'Critical',
    incident_status: 'Critical',
    progress: 'Triggered',
    start_time: Math.floor(Date.now() / 1000),
    channel_id: 7,
    channel_name: 'Shop on call',
    detail_url: 'https://console.flashcat.cloud/incident/detail/1',
    ...more,
  },
});
