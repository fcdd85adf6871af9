import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ilert } from '../../../core/oncall/ilert/index';
import {
  DEEP_JSON,
  expectNeverThrows,
  expectSound,
  NOTHINGS,
  oddFields,
  POISON_JSON,
} from './hostile';
import { ilertBody, parsed, RECEIVED } from './requests';

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
    const poison = JSON.parse(POISON_JSON);
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
    const event = parsed(ilertBody({ customDetails: JSON.parse(DEEP_JSON) }));
    expect(JSON.stringify(event).length).toBeLessThan(5000);
  });

  it('quotes, newlines and a very long text, untouched', () => {
    const summary = '"it\'s <!channel> \\ \u0000\n\ud800'.repeat(10_000);
    expect(parsed(ilertBody({ summary })).alert.title).toBe(summary);
  });
});

it('never throws on any JSON, and makes sound events that can be told and filtered', () => {
  const eventTypes = fc.constantFrom('alert-created', 'v-alert-not-resolved', 'alert-resolved');
  const more = ['labels', 'responders', 'assignedTo', 'links', 'comment'];
  const body = oddFields([...Object.keys(ilertBody()), ...more]).chain((fields) =>
    fc.oneof(eventTypes, fc.string()).map((eventType) => ({ ...fields, eventType })),
  );
  expectNeverThrows(ilert, body);
});
