import { describe, expect, it } from '@jest/globals';
import type { AlertEvent } from '../../../core/alert/event';
import { flashduty } from '../../../core/oncall/flashduty/index';
import {
  flashdutyAlertBody as alertBody,
  flashdutyBody as body,
  flashdutyEvent as event,
  RECEIVED,
} from './requests';

const noor = { person_id: 4001, person_name: 'Noor Haddad', email: 'noor@example.com' };
const actor = { kind: 'user', id: '4001', name: 'Noor Haddad', email: 'noor@example.com' };
const of = (event_type: string, more: object = {}, person?: object) =>
  event(body(more, { event_type, ...(person && { person }) }));

describe('a Flashduty body', () => {
  it('about an incident becomes one event', () => {
    const sent = body(
      {
        account_id: 7405,
        dedup_key: 'mail/queue',
        impact: 'Mails come late.',
        resolution: '',
        alert_cnt: 3,
        group_method: 'p',
        fields: { priority: 'P2' },
        assigned_to: {
          type: 'assign',
          layer_idx: 0,
          escalate_rule_id: '64abb8',
          escalate_rule_name: 'Office',
        },
        responders: [{ ...noor, assigned_at: 1_780_314_000, acknowledged_at: 0 }],
      },
      { person: noor },
    );
    expect(event(sent)).toEqual({
      schemaVersion: 1,
      id: 'b0c9a1d2e3f405162738495a6b7c8d9e',
      type: 'created',
      rawType: 'i_new',
      platform: 'flashduty',
      platformName: 'Flashduty',
      account: '7405',
      occurredAt: '2026-06-01T11:40:00.250Z',
      receivedAt: RECEIVED,
      automatic: false,
      actor: { kind: 'user', id: '4001', name: 'Noor Haddad', email: 'noor@example.com' },
      alert: {
        id: '6a1d70011e5a0c7d9b2e41aa',
        key: 'mail/queue',
        number: '2E41AA',
        title: 'Mail queue grows',
        description: 'More than 500 mails wait.',
        url: 'https://console.example.com/incident/detail/6a1d70011e5a0c7d9b2e41aa',
        status: 'open',
        severity: 'warning',
        startedAt: '2026-06-01T11:39:50.000Z',
        createdAt: '2026-06-01T11:40:00.000Z',
        updatedAt: '2026-06-01T11:40:00.000Z',
        labels: { team: 'mail' },
        fields: {
          impact: 'Mails come late.',
          incident_status: 'Warning',
          alert_cnt: 3,
          group_method: 'p',
          fields: { priority: 'P2' },
        },
        links: [],
        images: [],
      },
      origin: { id: '88', name: 'Mail probes', type: 'channel' },
      escalation: { policyId: '64abb8', policyName: 'Office', level: 1 },
      assignees: [
        { id: '4001', name: 'Noor Haddad', email: 'noor@example.com', status: 'pending' },
      ],
      group: { key: '6a1d70011e5a0c7d9b2e41aa', size: 3 },
      capabilities: [
        ...['accept', 'unaccept', 'resolve', 'reopen', 'snooze'],
        ...['assign', 'add-responder', 'escalate', 'comment', 'create'],
      ] as AlertEvent['capabilities'],
      raw: sent,
    } satisfies AlertEvent);
  });

  it('about an alert becomes one event, on which nothing can be done', () => {
    const incident = { incident_id: '6a1d', title: 'Mail queue grows' };
    expect(event(alertBody({ incident }), { includeRaw: false })).toMatchObject({
      id: 'c1c9a1d2e3f405162738495a6b7c8d9f',
      type: 'created',
      rawType: 'a_new',
      alert: {
        id: '6a1d70021e5a0c7d9b2e41bb',
        key: 'mail/queue',
        title: 'Mail queue above 500',
        severity: 'info',
        status: 'open',
        fields: { incident, data_source_name: 'Prometheus' },
      },
      origin: { id: '88', name: 'Mail probes', type: 'channel' },
      capabilities: [],
    });
  });

  it.each<[string, AlertEvent['type'], AlertEvent['alert']['status'], boolean]>([
    ['i_new', 'created', 'open', false],
    ['i_assign', 'assigned', 'open', true],
    ['i_a_rspd', 'responder-added', 'open', false],
    ['i_snooze', 'snoozed', 'open', false],
    ['i_wake', 'unsnoozed', 'open', true],
    ['i_ack', 'accepted', 'acknowledged', false],
    ['i_unack', 'unaccepted', 'open', false],
    ['i_storm', 'other', 'open', false],
    ['i_custom', 'custom-action', 'open', false],
    ['i_rslv', 'resolved', 'resolved', true],
    ['i_reopen', 'reopened', 'open', true],
    ['i_merge', 'merged', 'open', false],
    ['i_comm', 'comment-added', 'open', false],
    ['i_r_title', 'updated', 'open', false],
    ['i_r_desc', 'updated', 'open', false],
    ['i_r_impact', 'updated', 'open', false],
    ['i_r_rc', 'updated', 'open', false],
    ['i_r_rsltn', 'updated', 'open', false],
    ['i_r_severity', 'priority-changed', 'open', false],
    ['i_r_field', 'updated', 'open', false],
    ['i_wr_create', 'channel-attached', 'open', false],
    ['i_wr_delete', 'channel-detached', 'open', false],
    ['i_notify', 'other', 'open', false],
    ['i_m_flapping', 'other', 'open', false],
    ['i_m_reply', 'other', 'open', false],
    ['i_auto_refresh', 'other', 'open', false],
    ['a_new', 'created', 'open', false],
    ['a_update', 'updated', 'open', true],
    ['a_merge', 'merged', 'open', false],
    ['a_close', 'resolved', 'resolved', false],
  ])('%s is %s', (event_type, type, status, automatic) => {
    const sent = event_type.startsWith('i_')
      ? body({}, { event_type })
      : alertBody({}, { event_type });
    const { events, warnings } = flashduty.parse(sent, RECEIVED, {});
    expect(events).toMatchObject([{ type, rawType: event_type, automatic, alert: { status } }]);
    expect(warnings).toEqual([]);
  });

  it.each([
    ['i_teleported', body],
    ['a_2', alertBody],
  ])('of an unknown event, %s, is passed on with a warning', (event_type, write) => {
    const { events, warnings } = flashduty.parse(write({}, { event_type }), RECEIVED, {});
    expect(events).toMatchObject([{ type: 'other', rawType: event_type }]);
    expect(warnings).toEqual([expect.stringContaining(`"${event_type}"`)]);
  });

  it.each(['incident-created', 'x_new', 'i-new', 'I_NEW', ' i_new', 'i_', '', 5, null])(
    'is not recognised by event_type %p',
    (event_type) => {
      const request = { headers: {}, query: {}, rawBody: '' };
      expect(flashduty.recognises(body({}, { event_type }), request)).toBe(false);
    },
  );
});

describe('an assignment', () => {
  const assigned = (type: string | undefined, person?: object) =>
    of(
      'i_assign',
      { assigned_to: { type, layer_idx: 1, escalate_rule_name: 'Office', escalate_rule_id: 'r' } },
      person,
    );

  it.each<[string | undefined, AlertEvent['type']]>([
    ['assign', 'assigned'],
    ['reassign', 'assigned'],
    ['reopen', 'assigned'],
    ['escalate', 'escalated'],
    [undefined, 'assigned'],
  ])('of type %s is %s, by itself unless a person is named', (type, expected) => {
    expect(assigned(type)).toMatchObject({ type: expected, automatic: true });
    expect(assigned(type)).not.toHaveProperty('actor');
    expect(assigned(type, noor)).toMatchObject({ type: expected, automatic: false, actor });
  });

  it('counts levels from 1', () => {
    const known = { policyId: 'r', policyName: 'Office', level: 2 };
    expect(assigned('escalate').escalation).toEqual(known);
    const toPeople = { type: 'reassign', layer_idx: 0, person_ids: [4001] };
    expect(of('i_assign', { assigned_to: toPeople })).not.toHaveProperty('escalation');
    const withoutRule = { type: 'escalate', layer_idx: 2 };
    expect(of('i_assign', { assigned_to: withoutRule }).escalation).toEqual({ level: 3 });
  });
});

describe('resolved', () => {
  const closed = { progress: 'Closed', close_time: 1_780_314_300 };

  it('by a person names them, also where only the closer is known', () => {
    const manual = { type: 'resolved', automatic: false, actor };
    expect(of('i_rslv', closed, noor)).toMatchObject(manual);
    expect(of('i_rslv', { ...closed, closer: noor })).toMatchObject(manual);
  });

  it('by itself has nobody', () => {
    const event = of('i_rslv', { ...closed, incident_status: 'Ok', creator: noor });
    expect(event).toMatchObject({ type: 'resolved', automatic: true });
    expect(event).not.toHaveProperty('actor');
    expect(event.alert.resolvedAt).toBe('2026-06-01T11:45:00.000Z');
  });

  it('comes as an update of an alert that has recovered', () => {
    const end = { alert_status: 'Ok', progress: 'Closed', end_time: 1_780_314_300 };
    expect(event(alertBody(end, { event_type: 'a_update' }))).toMatchObject({
      type: 'resolved',
      rawType: 'a_update',
      automatic: true,
      alert: { status: 'resolved', resolvedAt: '2026-06-01T11:45:00.000Z' },
    });
    const onlyOk = alertBody({ alert_status: 'Ok' }, { event_type: 'a_merge' });
    expect(event(onlyOk)).toMatchObject({ type: 'merged', alert: { status: 'resolved' } });
  });
});

describe('progress and severity', () => {
  it.each<[string, string, AlertEvent['alert']['status']]>([
    ['i_comm', 'Triggered', 'open'],
    ['i_comm', 'Processing', 'acknowledged'],
    ['i_comm', 'Closed', 'resolved'],
    ['i_comm', 'Unheard of', 'open'],
    ['i_ack', 'Triggered', 'acknowledged'],
    ['i_rslv', 'Processing', 'resolved'],
    ['i_reopen', 'Closed', 'open'],
    ['i_unack', 'Triggered', 'open'],
    ['i_unack', 'Processing', 'acknowledged'],
  ])('%s while %s is %s', (event_type, progress, status) => {
    expect(of(event_type, { progress }).alert.status).toBe(status);
  });

  it.each([
    ['Critical', 'critical'],
    ['Warning', 'warning'],
    ['Info', 'info'],
    ['Ok', 'unknown'],
    [undefined, 'unknown'],
  ])('%s is %s', (severity, expected) => {
    expect(of('i_new', { incident_severity: severity }).alert.severity).toBe(expected);
    expect(event(alertBody({ alert_severity: severity })).alert.severity).toBe(expected);
  });

  it.each([
    ['i_r_title', { field: 'title', to: 'Mail queue grows' }],
    ['i_r_desc', { field: 'description', to: 'More than 500 mails wait.' }],
    ['i_r_severity', { field: 'severity', to: 'Warning' }],
    ['i_r_rc', { field: 'root cause' }],
    ['i_r_field', undefined],
  ])('%s says what changed', (event_type, change) => {
    expect(of(event_type).change).toEqual(change);
  });
});

describe('times', () => {
  it('are read in seconds and in milliseconds, and 0 is none', () => {
    const seconds = of('i_ack', { ack_time: 1_780_314_120 });
    const milliseconds = of('i_ack', { ack_time: 1_780_314_120_000 });
    expect(seconds.alert.acknowledgedAt).toBe('2026-06-01T11:42:00.000Z');
    expect(milliseconds.alert.acknowledgedAt).toBe('2026-06-01T11:42:00.000Z');
    expect(event(body({}, { event_time: 1_780_314_000 })).occurredAt).toBe(
      '2026-06-01T11:40:00.000Z',
    );
    expect(of('i_comm', { start_time: 0, created_at: 0 }).alert).not.toHaveProperty('startedAt');
    expect(of('i_comm', { progress: 'Processing' }).alert).not.toHaveProperty('acknowledgedAt');
  });

  it.each<[string, object, string, string]>([
    ['the start, when created', {}, 'i_new', '2026-06-01T11:39:50.000Z'],
    ['the first acceptance', { ack_time: 1_780_314_120 }, 'i_ack', '2026-06-01T11:42:00.000Z'],
    ['the end, when resolved', { close_time: 1_780_314_300 }, 'i_rslv', '2026-06-01T11:45:00.000Z'],
    ['the arrival otherwise', {}, 'i_comm', RECEIVED],
  ])('of a body without event_time is %s', (_name, more, event_type, occurredAt) => {
    for (const event_time of [undefined, 0, 'soon']) {
      expect(event(body(more, { event_type, event_time })).occurredAt).toBe(occurredAt);
    }
  });

  it('without an arrival are the last change, or none', () => {
    const timeless = (more: object) =>
      flashduty.parse(body(more, { event_type: 'i_comm', event_time: 0 }), undefined, {}).events[0];
    expect(timeless({}).receivedAt).toBe('2026-06-01T11:40:00.000Z');
    expect(timeless({ updated_at: 0 }).occurredAt).toBe('1970-01-01T00:00:00.000Z');
  });

  it('of a snooze count until it ends', () => {
    const snoozed_before = 1_780_320_000;
    const until = '2026-06-01T13:20:00.000Z';
    expect(of('i_snooze', { snoozed_before }).alert.snoozedUntil).toBe(until);
    expect(of('i_comm', { snoozed_before }).alert.snoozedUntil).toBe(until);
    expect(of('i_comm', { snoozed_before: 1_780_314_000 }).alert.snoozedUntil).toBeUndefined();
    for (const over of ['i_wake', 'i_reopen', 'i_rslv']) {
      expect(of(over, { snoozed_before }).alert).not.toHaveProperty('snoozedUntil');
    }
  });
});

describe('the id of an event', () => {
  const without = { event_id: undefined };

  it('may stand inside the incident', () => {
    expect(event(body({ event_id: 'inside' }, without)).id).toBe('inside');
    expect(event(body({ event_id: 'inside' })).id).toBe('b0c9a1d2e3f405162738495a6b7c8d9e');
  });

  it('is the same for the same event where Flashduty gives none', () => {
    expect(event(body({}, without)).id).toBe(event(body({}, without)).id);
    expect(event(body({}, without)).id).toMatch(/^[\da-f]{64}$/);
  });

  it.each<[string, object, object]>([
    ['incident', { incident_id: '7' }, {}],
    ['event', {}, { event_type: 'i_comm' }],
    ['time', {}, { event_time: 1_780_314_000_251 }],
    ['progress', { progress: 'Closed' }, {}],
    ['person', {}, { person: noor }],
    ['assignment', { assigned_to: { layer_idx: 2 } }, {}],
  ])('otherwise depends on the %s', (_name, more, other) => {
    expect(event(body(more, { ...without, ...other })).id).not.toBe(event(body({}, without)).id);
  });
});

describe('small print', () => {
  it('people without a number, name or address are nobody', () => {
    const responders = [
      { person_id: 0, person_name: '', email: '' },
      { person_id: 0, person_name: 'Sam', email: '', acknowledged_at: 1_780_314_120 },
    ];
    expect(of('i_ack', { responders }, { person_id: 0 })).toMatchObject({
      assignees: [{ name: 'Sam', status: 'accepted', acceptedAt: '2026-06-01T11:42:00.000Z' }],
    });
    expect(of('i_ack', { responders }, { person_id: 0 })).not.toHaveProperty('actor');
    expect(of('i_ack', { responders }).assignees[0]).not.toHaveProperty('email');
  });

  it('an alert outside of any channel comes from its integration', () => {
    const nowhere = alertBody({ channel_id: 0, channel_name: '' });
    const integration = { id: '4410', name: 'Prometheus', type: 'prometheus.alert' };
    expect(event(nowhere).origin).toEqual(integration);
    expect(of('i_new', { channel_id: 0, channel_name: '' })).not.toHaveProperty('origin');
  });

  it('the address comes from the body, else from the pattern', () => {
    const alertUrlPattern = 'https://acme.example.com/{id}';
    const inBody = 'https://console.example.com/incident/detail/6a1d70011e5a0c7d9b2e41aa';
    expect(event(body(), { alertUrlPattern }).alert.url).toBe(inBody);
    expect(event(body({ detail_url: 'javascript:x' }), { alertUrlPattern }).alert.url).toBe(
      'https://acme.example.com/6a1d70011e5a0c7d9b2e41aa',
    );
    expect(event(alertBody()).alert).not.toHaveProperty('url');
  });

  it('a body without a title is named by its number', () => {
    expect(of('i_new', { title: '' }).alert.title).toBe('Incident 2E41AA');
    expect(event(alertBody({ title: '' })).alert.title).toBe('Alert 6a1d70021e5a0c7d9b2e41bb');
  });

  it('secrets are not passed on', () => {
    const event = of('i_custom', {
      alerts: [{ integration_key: 'k1', title: 'x' }],
      api_key: 'k1',
    });
    expect(JSON.stringify(event)).not.toContain('k1');
    expect(event.alert.fields.alerts).toEqual([{ title: 'x' }]);
  });
});
