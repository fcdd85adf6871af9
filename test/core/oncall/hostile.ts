import { expect } from '@jest/globals';
import fc from 'fast-check';
import { applyEvent } from '../../../core/alert/apply-event';
import type { AlertEvent } from '../../../core/alert/event';
import { readAlertEvent } from '../../../core/alert/read-event';
import { evaluateFilter } from '../../../core/filter/evaluate';
import type { OnCallPlatform } from '../../../core/oncall/platform';
import { RECEIVED } from './requests';

/** What every node after this one relies on. */
export const expectSound = (event: AlertEvent) => {
  expect(readAlertEvent(event)).toEqual({ ok: true, event });
  expect(JSON.parse(JSON.stringify(event))).toEqual(event);
};

export const NOTHINGS = [
  ...[undefined, null, 0, -1, true, '', ' ', [], {}, [[]], 'x', 1e300],
  { id: {} },
];

export const DEEP_JSON = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;

export const POISON_JSON = '{"__proto__": "x", "constructor": "y", "__defineGetter__": "z"}';

/** Fields with any JSON in them, or none at all. */
export const oddFields = (keys: readonly string[]) => {
  const field = fc.oneof(fc.jsonValue(), fc.constantFrom(...NOTHINGS));
  return fc.record(Object.fromEntries(keys.map((key) => [key, field])), { requiredKeys: [] });
};

/** No body makes it throw, and each of its own becomes one event that can be told and filtered. */
export const expectNeverThrows = (
  { recognises, parse }: OnCallPlatform,
  bodies: fc.Arbitrary<unknown>,
) =>
  fc.assert(
    fc.property(fc.oneof(bodies, fc.jsonValue()), (some) => {
      const body = JSON.parse(JSON.stringify(some));
      const known = recognises(body, { headers: {}, query: {}, rawBody: '' });
      const { events, warnings } = parse(body, RECEIVED, { alertUrlPattern: 'https://x/{id}' });
      expect(events).toHaveLength(known ? 1 : 0);
      expect(known || warnings.length > 0).toBe(true);
      for (const event of events) {
        expectSound(event);
        evaluateFilter(applyEvent(undefined, event).state.latest, {}, { now: 0 });
      }
    }),
    { numRuns: 1000 },
  );
