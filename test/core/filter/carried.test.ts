import { describe, expect, it } from '@jest/globals';
import { compileFilter } from '../../../core/filter/evaluate';
import type { FilterDecision } from '../../../core/filter/rules';
import { anEvent } from '../alert/events';

const reasons = [{ rule: 'events', message: 'said before' }];
const announce: FilterDecision = { effect: 'announce', silent: false, reasons: [] };
const silent: FilterDecision = { ...announce, silent: true, reasons };
const refresh: FilterDecision = { effect: 'refresh', silent: true, reasons };
const drop: FilterDecision = { effect: 'drop', silent: true, reasons };

const second = compileFilter({ events: ['created', 'accepted'] });
const decide = (earlier: unknown, type: 'created' | 'accepted' | 'comment-added' = 'accepted') =>
  second(anEvent({ type }), { now: 0, earlier }).decision;

describe('a filter behind another', () => {
  it.each([undefined, null, 'refresh', {}, { effect: 'shout', reasons: [] }, announce])(
    'decides for itself after %j',
    (earlier) => expect(decide(earlier)).toEqual(announce),
  );

  it('announces nothing that may only refresh, and says why', () => {
    expect(decide(refresh)).toEqual({ effect: 'refresh', silent: true, reasons });
  });

  it('makes nothing loud again', () => {
    expect(decide(silent)).toEqual({ effect: 'announce', silent: true, reasons });
  });

  it('drops all the same', () => {
    expect(decide(refresh, 'comment-added').effect).toBe('drop');
  });

  it('decides anew what was wired from the dropped output', () => {
    expect(decide(drop)).toEqual(announce);
  });

  it('remembers only what it announces', () => {
    const filter = compileFilter({ events: ['accepted'], repeats: { withinMinutes: 5 } });
    const { seen } = filter(anEvent({ type: 'accepted' }), { now: 0, earlier: refresh });
    expect(seen).toEqual({});
  });
});
