import { describe, expect, it } from '@jest/globals';
import { applyEvent } from '../../../core/alert/apply-event';
import { readAlertEvent } from '../../../core/alert/read-event';
import type { AlertState } from '../../../core/alert/state';
import { sampleEvents } from '../../../core/oncall/index';
import { ON_CALL_PLATFORMS } from '../../../core/oncall/registry';

const request = { headers: {}, query: {}, rawBody: '' };

describe.each(ON_CALL_PLATFORMS.map((platform) => [platform.id, platform] as const))(
  'the samples of %s',
  (id, { examples, recognises, parse }) => {
    it('are its own bodies, understood without a warning', () => {
      for (const { body } of examples) {
        expect(recognises(body, request)).toBe(true);
        expect(parse(body, undefined, {}).warnings).toEqual([]);
      }
    });

    it('have names and ids of their own', () => {
      const names = examples.map(({ name }) => name);
      const ids = sampleEvents(id).map((event) => event.id);
      expect(names.length).toBeGreaterThanOrEqual(10);
      expect(new Set(names).size).toBe(names.length);
      expect(new Set(ids).size).toBe(ids.length);
    });

    it('are sound events', () => {
      for (const event of sampleEvents(id)) {
        expect(readAlertEvent(event)).toEqual({ ok: true, event });
        expect(event.type).not.toBe('other');
      }
    });
  },
);

it('tell one night in order', () => {
  const [first, ...rest] = sampleEvents('ilert').filter(({ alert }) => alert.id === '40718822');
  if (first === undefined) throw new Error('the story has a beginning');
  let state: AlertState = applyEvent(undefined, first).state;
  for (const event of rest) {
    const applied = applyEvent(state, event);
    expect(applied.change).toBe('changed');
    state = applied.state;
  }
  expect(state).toMatchObject({
    acceptedBy: 'Tomás Reyes',
    latest: { alert: { status: 'resolved', priority: 'HIGH' } },
  });
  expect(state.timeline.find(({ type }) => type === 'escalated')?.to).toEqual(['Tomás Reyes']);
});
