import { randomBytes } from 'node:crypto';
import type { Person } from '../oncall/people';
import { nameOfChannel } from './channels';
import { eventRules } from './events';
import type { FakeIncident } from './incident';
import { personOf } from './person';

export const ACCOUNT = { account_id: 74_058_170_041, account_name: 'Sandbox' };
const CONSOLE = 'https://console.flashcat.cloud/incident/detail';

/** The default body of one event; `at` is in ms, every other time in s. `by` is absent where nobody did it. */
export function webhookBody(incident: FakeIncident, event: string, at: number, by?: Person) {
  const event_type = event.replace(/:.*/, '');
  const event_id = randomBytes(16).toString('hex');
  const person = by ? { person: personOf(by) } : {};
  if (eventRules[event]?.about === 'alert') {
    const channel = channelOf(incident);
    const alert = { ...alertFields(incident), ...integration(incident), ...channel };
    return { event_time: at, event_type, event_id, alert: inIncident(alert, incident), ...person };
  }
  const fields = incidentFields(incident);
  return event_type === 'i_custom'
    ? {
        event_time: at,
        event_type,
        incident: actionFields(fields, event_id, incident),
        ...person,
      }
    : { event_time: at, event_type, event_id, incident: fields, ...person };
}

/** https://docs.flashcat.cloud/en/on-call/integration/webhooks/incident-webhook, with the sample's */
export function incidentFields(incident: FakeIncident) {
  const { id, story, severity, progress, hasRecovered, createdAt, responders } = incident;
  return {
    ...ACCOUNT,
    ...channelOf(incident),
    incident_id: id,
    num: id.slice(-6).toUpperCase(),
    title: story.title,
    description: story.details,
    impact: '',
    root_cause: incident.rootCause,
    resolution: incident.resolution,
    incident_severity: severity,
    incident_status: hasRecovered ? 'Ok' : severity,
    progress,
    created_at: createdAt,
    updated_at: incident.updatedAt,
    start_time: createdAt,
    last_time: createdAt,
    end_time: incident.endTime,
    ack_time: incident.ackTime,
    close_time: incident.closeTime,
    snoozed_before: incident.snoozedBefore,
    labels: story.labels,
    fields: {},
    ...(incident.creator && { creator: incident.creator }),
    ...(incident.closer && { closer: incident.closer }),
    ...(incident.assignedTo && { assigned_to: incident.assignedTo }),
    responders,
    responder_ids: responders.map(({ person_id }) => person_id),
    alert_cnt: incident.alertId ? 1 : 0,
    dedup_key: story.key,
    data_source_id: story.source.id,
    detail_url: `${CONSOLE}/${id}`,
    group_method: 'p',
    equals_md5: '',
  };
}

/**
 * The sample of a custom action has its id in here, against the table above it.
 * https://docs.flashcat.cloud/en/on-call/integration/webhooks/custom-actions
 */
const actionFields = (fields: object, event_id: string, incident: FakeIncident) => ({
  event_id,
  ...fields,
  alerts: incident.alertId ? [alertFields(incident)] : [],
});

/** https://docs.flashcat.cloud/en/on-call/integration/webhooks/alert-webhook */
function alertFields({ alertId, story, ...incident }: FakeIncident) {
  return {
    alert_id: alertId,
    title: story.title,
    title_rule: '$service::$check',
    description: story.details,
    alert_key: story.key,
    alert_severity: incident.severity,
    alert_status: incident.hasRecovered ? 'Ok' : incident.severity,
    progress: incident.progress === 'Closed' ? 'Closed' : 'Triggered',
    created_at: incident.createdAt,
    updated_at: incident.updatedAt,
    start_time: incident.createdAt,
    last_time: incident.createdAt,
    end_time: incident.endTime,
    close_time: incident.closeTime,
    labels: story.labels,
    event_cnt: 1,
  };
}

const channelOf = ({ channelId }: FakeIncident) => ({
  channel_id: channelId,
  channel_name: nameOfChannel(channelId),
});

const integration = ({ story }: FakeIncident) => ({
  data_source_id: story.source.id,
  data_source_name: story.source.name,
  data_source_type: 'prometheus.alert',
});

const inIncident = (alert: object, { id, story }: FakeIncident) => ({
  ...alert,
  incident: { incident_id: id, title: story.title },
});
