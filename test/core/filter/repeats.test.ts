import { describe, expect, it } from '@jest/globals';
import { compileFilter } from '../../../core/filter/evaluate';
import type { FilterRules, SeenEvents } from '../../../core/filter/rules';
import { anEvent } from '../alert/events';

const MINUTE = 60_000;
const NOW = Date.UTC(2026, 4, 2, 9, 0);

const during = (rules: Omit<FilterRules, 'repeats'> = {}) => {
  const filter = compileFilter({ ...rules, repeats: { withinMinutes: 10 } });
  let seen: SeenEvents = {};
  return (parts: Parameters<typeof anEvent>[0], minute: number) => {
    const result = filter(anEvent(parts), { now: NOW + minute * MINUTE, seen });
    seen = JSON.parse(JSON.stringify(result.seen));
    return result.decision;
  };
};

describe('repeats', () => {
  it('pass once in the window, counted from what passed', () => {
    const decide = during();
    const effects = [0, 3, 9.9, 10, 19, 20].map((minute) => decide({}, minute).effect);
    expect(effects).toEqual(['announce', 'drop', 'drop', 'announce', 'drop', 'announce']);
    expect(decide({}, 24).reasons).toEqual([
      {
        rule: 'repeats',
        message:
          'The same created of alert "5501" passed 4 min ago; repeats within 10 min are dropped.',
      },
    ]);
  });

  it.each<[string, Parameters<typeof anEvent>[0]]>([
    ['another alert', { alert: { id: '5502' } }],
    ['another type', { type: 'escalated' }],
    ['another platform', { platform: 'other' }],
    ['another account', { account: 'b' }],
    ['other people', { assignees: [{ id: '1' }] }],
    ['another level', { escalation: { level: 2 } }],
  ])('are not: %s', (_name, parts) => {
    const decide = during();
    decide({}, 0);
    expect(decide(parts, 1).effect).toBe('announce');
  });

  it('are not: another comment', () => {
    const decide = during({ events: ['comment-added'] });
    const comment = (text: string) => ({ type: 'comment-added', comment: { text } }) as const;
    expect(decide(comment('a'), 0).effect).toBe('announce');
    expect(decide(comment('b'.repeat(100_000)), 0).effect).toBe('announce');
    expect(decide(comment('b'.repeat(100_000)), 0).effect).toBe('drop');
  });

  it('that change the state still refresh a card', () => {
    const decide = during();
    decide({ type: 'accepted' }, 0);
    expect(decide({ type: 'accepted' }, 1).effect).toBe('refresh');
  });

  it('do not count what another rule dropped', () => {
    const decide = during({ severity: { atLeast: 'critical' } });
    expect(decide({ alert: { severity: 'info' } }, 0).effect).toBe('drop');
    expect(decide({ alert: { severity: 'critical' } }, 1).effect).toBe('announce');
  });

  it('do not count what quiet hours dropped, nor tests', () => {
    const rules = { timeZone: 'UTC', from: '08:00', to: '09:05', effect: 'drop' } as const;
    const decide = during({ quietHours: rules });
    expect(decide({}, 0).effect).toBe('drop');
    expect(decide({}, 6).effect).toBe('announce');
    decide({ type: 'test' }, 7);
    expect(decide({ type: 'test' }, 7).effect).toBe('announce');
  });
});

describe('the memory', () => {
  const filter = compileFilter({ repeats: { withinMinutes: 10 } });

  it('forgets what has left the window', () => {
    const { seen } = filter(anEvent(), {
      now: NOW,
      seen: { old: NOW - 11 * MINUTE, young: NOW - MINUTE },
    });
    expect(Object.keys(seen)).toHaveLength(2);
    expect(seen.old).toBeUndefined();
  });

  it('keeps the 10,000 newest', () => {
    const many = Object.fromEntries(
      Array.from({ length: 12_000 }, (_, n) => [`k${n}`, NOW - 12_000 + n]),
    );
    const { seen } = filter(anEvent(), { now: NOW, seen: many });
    expect(Object.keys(seen)).toHaveLength(10_000);
    expect(seen.k2000).toBeUndefined();
    expect(seen.k2001).toBeDefined();
    expect(Object.values(seen)).toContain(NOW);
  });

  it('is not changed, and survives broken entries', () => {
    const broken = Object.freeze({ a: 'x', b: null, c: Number.NaN }) as unknown as SeenEvents;
    const { decision, seen } = filter(anEvent(), { now: NOW, seen: broken });
    expect(decision.effect).toBe('announce');
    expect(Object.values(seen)).toEqual([NOW]);
  });

  it('is left alone where the rule is off', () => {
    const seen = { a: 1 };
    expect(compileFilter({})(anEvent(), { now: NOW, seen }).seen).toBe(seen);
    const off = compileFilter({ repeats: { withinMinutes: 0 } });
    expect(off(anEvent(), { now: NOW, seen }).seen).toBe(seen);
  });
});
