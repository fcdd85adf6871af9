import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { applyEvent } from '../../../core/alert/apply-event';
import type { AlertEvent } from '../../../core/alert/event';
import { readAlertEvent } from '../../../core/alert/read-event';
import { evaluateFilter } from '../../../core/filter/evaluate';
import { ilert } from '../../../core/oncall/ilert/index';
import { ilertBody, parsed, RECEIVED } from './requests';

/** What every node after this one relies on. */
const expectSound = (event: AlertEvent) => {
  expect(readAlertEvent(event)).toEqual({ ok: true, event });
  expect(JSON.parse(JSON.stringify(event))).toEqual(event);
};

const NOTHINGS = [undefined, null, 0, -1, true, '', ' ', [], {}, [[]], 'x', 1e300, { id: {} }];

describe('a body with', () => {
  it.each(Object.keys(ilertBody()).filter((key) => key !== 'eventType'))('an odd %s', (key) => {
    for (const odd of NOTHINGS) expectSound(parsed(ilertBody({ [key]: odd })));
  });

  it.each(['responders', 'assignedTo', 'labels', 'links', 'images', 'comment', 'resolvedOn'])(
    'odd %s',
    (key) => {
      for (const odd of [...NOTHINGS, [null, 1, 'x', { user: 5 }, { href: 7, src: {} }]]) {
        for (const eventType of ['alert-acknowledged', 'alert-resolved', 'alert-comment-added']) {
          expectSound(parsed(ilertBody({ eventType, [key]: odd })));
        }
      }
    },
  );

  it('a number as id keeps it as text', () => {
    expect(parsed(ilertBody({ id: 70011 })).alert.id).toBe('70011');
  });

  it('no id at all says so', () => {
    const { events, warnings } = ilert.parse(ilertBody({ id: null }), RECEIVED, {});
    expect(events).toHaveLength(1);
    expect(warnings).toEqual(['The webhook of ilert names no alert.']);
  });

  it('keys that poison prototypes', () => {
    const poison = JSON.parse('{"__proto__": "x", "constructor": "y", "__defineGetter__": "z"}');
    const details = JSON.parse('{"__proto__": {"polluted": true}}');
    const event = parsed(ilertBody({ labels: poison, customDetails: details }));
    expect(Object.keys(event.alert.labels)).toEqual([
      '__proto__',
      'constructor',
      '__defineGetter__',
    ]);
    expect(Object.getPrototypeOf(event.alert.labels)).toBe(Object.prototype);
    expect((event.alert.fields.customDetails as { polluted?: boolean }).polluted).toBeUndefined();
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    expectSound(event);
  });

  it('200,000 levels', () => {
    const deep = JSON.parse(`${'['.repeat(200_000)}${']'.repeat(200_000)}`);
    const event = parsed(ilertBody({ customDetails: deep }));
    expect(JSON.stringify(event).length).toBeLessThan(5000);
  });

  it('quotes, newlines and a very long text, untouched', () => {
    const summary = '"it\'s <!channel> \\ \u0000\n\ud800'.repeat(10_000);
    expect(parsed(ilertBody({ summary })).alert.title).toBe(summary);
  });
});

it('never throws on any JSON, and makes sound events that can be told and filtered', () => {
  const field = fc.oneof(fc.jsonValue(), fc.constantFrom(...NOTHINGS));
  const keys = [
    ...Object.keys(ilertBody()),
    'labels',
    'responders',
    'assignedTo',
    'links',
    'comment',
  ];
  const body = fc
    .record(Object.fromEntries(keys.map((key) => [key, field])), { requiredKeys: [] })
    .chain((fields) =>
      fc
        .oneof(
          fc.constantFrom('alert-created', 'v-alert-not-resolved', 'alert-resolved'),
          fc.string(),
        )
        .map((eventType) => ({ ...fields, eventType: eventType })),
    );
  fc.assert(
    fc.property(fc.oneof(body, fc.jsonValue()), (some) => {
      const json = JSON.parse(JSON.stringify(some));
      const known = ilert.recognises(json, { headers: {}, query: {}, rawBody: '' });
      const { events, warnings } = ilert.parse(json, RECEIVED, {
        alertUrlPattern: 'https://x/{id}',
      });
      expect(events).toHaveLength(known ? 1 : 0);
      expect(known || warnings.length > 0).toBe(true);
      for (const event of events) {
        expectSound(event);
        const { state } = applyEvent(undefined, event);
        evaluateFilter(state.latest, {}, { now: 0 });
      }
    }),
    { numRuns: 1000 },
  );
});
