import type { AlertEvent } from '../../../core/alert/event';
import type { InboundRequest } from '../../../core/http/types';
import { flashduty } from '../../../core/oncall/flashduty/index';
import { ilert } from '../../../core/oncall/ilert/index';
import type { OnCallPlatform } from '../../../core/oncall/platform';

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

/** A body about an incident, as Flashduty writes it; `more` is about the incident. */
export const flashdutyBody = (more: object = {}, event: object = {}): Record<string, unknown> => ({
  event_id: 'b0c9a1d2e3f405162738495a6b7c8d9e',
  event_time: 1_780_314_000_250,
  event_type: 'i_new',
  incident: {
    incident_id: '6a1d70011e5a0c7d9b2e41aa',
    num: '2E41AA',
    title: 'Mail queue grows',
    description: 'More than 500 mails wait.',
    incident_severity: 'Warning',
    incident_status: 'Warning',
    progress: 'Triggered',
    created_at: 1_780_314_000,
    updated_at: 1_780_314_000,
    start_time: 1_780_313_990,
    end_time: 0,
    ack_time: 0,
    close_time: 0,
    snoozed_before: 0,
    labels: { team: 'mail' },
    channel_id: 88,
    channel_name: 'Mail probes',
    detail_url: 'https://console.example.com/incident/detail/6a1d70011e5a0c7d9b2e41aa',
    ...more,
  },
  ...event,
});

/** A body about one alert, as Flashduty writes it; `more` is about the alert. */
export const flashdutyAlertBody = (more: object = {}, event: object = {}) => ({
  event_id: 'c1c9a1d2e3f405162738495a6b7c8d9f',
  event_time: 1_780_314_001_250,
  event_type: 'a_new',
  alert: {
    alert_id: '6a1d70021e5a0c7d9b2e41bb',
    alert_key: 'mail/queue',
    title: 'Mail queue above 500',
    alert_severity: 'Info',
    alert_status: 'Info',
    progress: 'Triggered',
    created_at: 1_780_314_000,
    start_time: 1_780_313_990,
    data_source_id: 4410,
    data_source_name: 'Prometheus',
    data_source_type: 'prometheus.alert',
    channel_id: 88,
    channel_name: 'Mail probes',
    ...more,
  },
  ...event,
});

const parsedBy =
  (platform: OnCallPlatform) =>
  (body: unknown, options = {}): AlertEvent => {
    const [event] = platform.parse(body, RECEIVED, options).events;
    if (event === undefined) throw new Error(`${platform.name} makes one event of every body`);
    return event;
  };

/** The one event of an ilert body. */
export const parsed = parsedBy(ilert);

/** The one event of a Flashduty body. */
export const flashdutyEvent = parsedBy(flashduty);
