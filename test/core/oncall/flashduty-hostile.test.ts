import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { flashduty } from '../../../core/oncall/flashduty/index';
import {
  DEEP_JSON,
  expectNeverThrows,
  expectSound,
  NOTHINGS,
  oddFields,
  POISON_JSON,
} from './hostile';
import {
  flashdutyAlertBody as alertBody,
  flashdutyBody as body,
  flashdutyEvent as event,
  RECEIVED,
} from './requests';

const EVENT_TYPES = ['i_new', 'i_assign', 'i_ack', 'i_rslv', 'i_snooze', 'i_r_severity'];
const MORE_FIELDS = [
  ...['assigned_to', 'responders', 'closer', 'fields', 'alerts', 'images', 'alert_cnt'],
  ...['dedup_key', 'account_id', 'group_method'],
];
const fieldsOf = (subject: unknown) => Object.keys(subject as object);
const INCIDENT_FIELDS = [...fieldsOf(body().incident), ...MORE_FIELDS];
const ALERT_FIELDS = [...fieldsOf(alertBody().alert), 'incident', 'labels', 'end_time'];
const ODD = [...NOTHINGS, [null, 1, 'x', { person_id: {} }], { type: [], layer_idx: -1.5 }];

describe('a body with', () => {
  it.each(INCIDENT_FIELDS)('an odd %s of the incident', (key) => {
    for (const odd of ODD) {
      for (const event_type of EVENT_TYPES)
        expectSound(event(body({ [key]: odd }, { event_type })));
    }
  });

  it.each(ALERT_FIELDS)('an odd %s of the alert', (key) => {
    for (const odd of ODD) {
      for (const event_type of ['a_new', 'a_update', 'a_close']) {
        expectSound(event(alertBody({ [key]: odd }, { event_type })));
      }
    }
  });

  it.each(['event_id', 'event_time', 'person', 'incident'])('an odd %s', (key) => {
    for (const odd of ODD) expectSound(event(body({}, { [key]: odd })));
  });

  it.each(['i_new', 'a_new'])('nothing it is about, %s, says so', (event_type) => {
    for (const id of [undefined, null, 0, '']) {
      const sent = { event_type, incident: { incident_id: id }, alert: { alert_id: id } };
      const { events, warnings } = flashduty.parse(sent, RECEIVED, {});
      expect(events).toMatchObject([{ alert: { id: 'unknown' } }]);
      expect(warnings).toEqual(['The webhook of Flashduty names no alert.']);
    }
  });

  it('keys that poison prototypes', () => {
    const labels = JSON.parse(POISON_JSON);
    const incident = JSON.parse('{"__proto__": {"incident_id": "x", "polluted": true}}');
    const fields = JSON.parse('{"__proto__": {"polluted": true}}');
    const poisoned = event(body({ ...incident, labels, fields }));
    expect(Object.keys(poisoned.alert.labels)).toEqual(Object.keys(labels));
    expect((poisoned.alert.fields.fields as { polluted?: boolean }).polluted).toBeUndefined();
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    expectSound(poisoned);
    expect(event({ event_type: 'i_new', incident }).alert.id).toBe('unknown');
  });

  it('200,000 levels', () => {
    const deep = JSON.parse(DEEP_JSON);
    const nested = event(body({ fields: deep, alerts: deep, assigned_to: deep }));
    expect(JSON.stringify(nested).length).toBeLessThan(10_000);
  });

  it('quotes, newlines and a very long text, untouched', () => {
    const title = '"it\'s <!channel> \\ \u0000\n\ud800'.repeat(10_000);
    expect(event(body({ title })).alert.title).toBe(title);
  });
});

it('never throws on any JSON, and makes sound events that can be told and filtered', () => {
  const subject = fc.oneof(oddFields([...INCIDENT_FIELDS, ...ALERT_FIELDS]), fc.jsonValue());
  const names = [...EVENT_TYPES, 'a_new', 'a_update', 'a_close', 'i_?', 'i_unheard_of'];
  const sent = oddFields(['event_id', 'event_time', 'person']).chain((fields) =>
    fc
      .tuple(fc.oneof(fc.constantFrom(...names), fc.string()), subject, subject)
      .map(([event_type, incident, alert]) => ({ ...fields, event_type, incident, alert })),
  );
  expectNeverThrows(flashduty, sent);
});
