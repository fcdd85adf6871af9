import type { SampleEvent } from '../platform';

const lena = { person_id: 70031544201, person_name: 'Lena Brandt', email: 'lena@example.com' };
const wei = { person_id: 70031544202, person_name: '王伟', email: 'wei@example.com' };

/** 2026-03-14 02:14:05 UTC, in seconds. */
const START = 1_773_454_445;

const incident = {
  account_id: 6180022417,
  account_name: 'Nordlicht Shop',
  incident_id: '69b4c6ad3f1e5a0c7d9b2e41',
  num: '9B2E41',
  title: 'orders-db / node_7: replication lag above 60 s',
  description: 'The replica is 94 s behind.\nReads of order history may be old.',
  impact: '',
  root_cause: '',
  resolution: '',
  incident_severity: 'Warning',
  incident_status: 'Warning',
  progress: 'Triggered',
  created_at: START,
  updated_at: START,
  start_time: START - 12,
  last_time: START,
  end_time: 0,
  ack_time: 0,
  close_time: 0,
  snoozed_before: 0,
  labels: { service: 'orders-db', resource: 'node_7', region: 'eu-north' },
  fields: {},
  alert_cnt: 1,
  channel_id: 5120033170,
  channel_name: 'Shop on call',
  detail_url: 'https://console.flashcat.cloud/incident/detail/69b4c6ad3f1e5a0c7d9b2e41',
  group_method: 'p',
};

type More = Readonly<Record<string, unknown>>;

/** `at` is in s after the start of the night. */
const event = (name: string, event_type: string, at: number, more: More): SampleEvent => ({
  name,
  body: {
    event_id: `5be1c09a7f3d4e28a6c1${String(at).padStart(12, '0')}`,
    event_time: (START + at) * 1000 + 417,
    event_type,
    ...more,
  },
});

const step = (
  name: string,
  event_type: string,
  at: number,
  more: More = {},
  person: More = {},
): SampleEvent =>
  event(name, event_type, at, {
    incident: { ...incident, updated_at: START + at, ...more },
    ...person,
  });

const assigned = (type: string, layer_idx: number, at: number) => ({
  assigned_to: {
    id: `Kq7vT2mZr8Ls${layer_idx}`,
    type,
    layer_idx,
    escalate_rule_id: '69a01b7c3f1e5a0c7d9b1d02',
    escalate_rule_name: 'Shop night shift',
    assigned_at: START + at,
  },
});

const called = (person: typeof lena, at: number, acknowledged = 0) => ({
  ...person,
  assigned_at: START + at,
  acknowledged_at: acknowledged === 0 ? 0 : START + acknowledged,
});

const first = { ...assigned('assign', 0, 1), responders: [called(lena, 1)] };
const second = {
  ...assigned('escalate', 1, 600),
  responders: [called(lena, 1), called(wei, 600)],
  incident_severity: 'Critical',
};
const onIt = {
  ...second,
  progress: 'Processing',
  ack_time: START + 740,
  responders: [called(lena, 1), called(wei, 600, 740)],
};
const over = {
  ...onIt,
  progress: 'Closed',
  close_time: START + 4100,
  root_cause: 'A long report.',
};

const alert = {
  alert_id: '69b4c6a83f1e5a0c7d9b2e07',
  alert_key: 'c41f0a72b8de',
  title: incident.title,
  title_rule: '$service / $resource: $check',
  description: 'The replica is 94 s behind.',
  alert_severity: 'Warning',
  alert_status: 'Warning',
  progress: 'Triggered',
  created_at: START,
  updated_at: START,
  start_time: START - 12,
  last_time: START,
  end_time: 0,
  close_time: 0,
  labels: incident.labels,
  event_cnt: 1,
  channel_id: incident.channel_id,
  channel_name: incident.channel_name,
  data_source_id: 4410291833,
  data_source_name: 'Prometheus north',
  data_source_type: 'prometheus.alert',
};

/** One bad night, in the order in which it happened, and then the alert behind the incident. */
export const examples: readonly SampleEvent[] = [
  step('Incident created', 'i_new', 0),
  step('Assigned by the escalation rule', 'i_assign', 1, first),
  step(
    'Severity raised',
    'i_r_severity',
    300,
    { ...first, incident_severity: 'Critical' },
    {
      person: lena,
    },
  ),
  step('Escalated', 'i_assign', 600, second),
  step('Acknowledged', 'i_ack', 740, onIt, { person: wei }),
  step('Comment added', 'i_comm', 900, onIt, { person: wei }),
  step('Responder added', 'i_a_rspd', 960, onIt, { person: wei }),
  step('Custom action run', 'i_custom', 1000, { ...onIt, alerts: [alert] }, { person: wei }),
  step('Snoozed', 'i_snooze', 1200, { ...onIt, snoozed_before: START + 3000 }, { person: wei }),
  step('Snooze ended', 'i_wake', 3000, { ...onIt, snoozed_before: START + 3000 }),
  step(
    'Root cause written down',
    'i_r_rc',
    3900,
    { ...onIt, root_cause: over.root_cause },
    {
      person: wei,
    },
  ),
  step('Resolved', 'i_rslv', 4100, { ...over, closer: wei }, { person: wei }),
  step(
    'Reopened',
    'i_reopen',
    4500,
    { ...second, ...assigned('reopen', 0, 4500), root_cause: over.root_cause },
    { person: lena },
  ),
  step(
    'Reassigned',
    'i_assign',
    4560,
    { ...second, ...assigned('reassign', 0, 4560) },
    {
      person: lena,
    },
  ),
  step(
    'Acknowledged again',
    'i_ack',
    4600,
    { ...onIt, ...assigned('reassign', 0, 4560) },
    {
      person: wei,
    },
  ),
  step('Acknowledgement taken back', 'i_unack', 4700, second, { person: wei }),
  step('Merged', 'i_merge', 4800, { ...second, alert_cnt: 3 }, { person: lena }),
  step('Resolved by itself', 'i_rslv', 5400, {
    ...over,
    incident_status: 'Ok',
    end_time: START + 5400,
    close_time: START + 5400,
  }),
  event('Alert triggered', 'a_new', 5401, { alert }),
  event('Alert updated', 'a_update', 5402, { alert: { ...alert, event_cnt: 2 } }),
  event('Alert merged into the incident', 'a_merge', 5403, {
    alert: { ...alert, incident: { incident_id: incident.incident_id, title: incident.title } },
  }),
  event('Alert recovered', 'a_update', 5404, {
    alert: { ...alert, alert_status: 'Ok', progress: 'Closed', end_time: START + 5404 },
  }),
  event('Alert closed', 'a_close', 5405, {
    alert: { ...alert, progress: 'Closed', close_time: START + 5405 },
    person: lena,
  }),
];
