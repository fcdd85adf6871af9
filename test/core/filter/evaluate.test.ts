import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { EVENT_TYPES, type EventType, SEVERITIES } from '../../../core/alert/event';
import { testEvent } from '../../../core/alert/test-event';
import { checkRules } from '../../../core/filter/check-rules';
import { compileFilter, evaluateFilter } from '../../../core/filter/evaluate';
import { DEFAULT_EVENTS } from '../../../core/filter/events';
import type { FilterRules } from '../../../core/filter/rules';
import { anEvent } from '../alert/events';

const NOW = Date.UTC(2026, 4, 2, 9, 0);
const decide = (event: ReturnType<typeof anEvent>, rules: FilterRules) =>
  evaluateFilter(event, rules, { now: NOW }).decision;

describe('without rules', () => {
  it('announces the five default events and nothing else', () => {
    const announced = EVENT_TYPES.filter(
      (type) => type !== 'test' && decide(anEvent({ type }), {}).effect === 'announce',
    );
    expect(announced.toSorted()).toEqual([...DEFAULT_EVENTS].sort());
  });

  it('gives no reasons for what passes', () => {
    expect(decide(anEvent(), {})).toEqual({ effect: 'announce', silent: false, reasons: [] });
  });
});

describe('an event that fails', () => {
  const changesState: readonly EventType[] = [
    'accepted',
    'unaccepted',
    'resolved',
    'reopened',
    'snoozed',
    'unsnoozed',
    'priority-changed',
    'merged',
    'deleted',
  ];

  it.each(EVENT_TYPES.filter((type) => type !== 'test'))('%s', (type) => {
    const { effect, silent, reasons, matchedRule } = decide(anEvent({ type }), { events: [] });
    expect(effect).toBe(changesState.includes(type) ? 'refresh' : 'drop');
    expect(silent).toBe(true);
    expect(matchedRule).toBe('events');
    expect(reasons[0]?.message).toBe(`${type} is not among the chosen events (none).`);
  });

  it('names every rule that it fails', () => {
    const { reasons } = decide(anEvent({ type: 'comment-added', alert: { severity: 'info' } }), {
      events: ['created', 'escalated'],
      severity: { atLeast: 'high' },
      source: { include: ['Prom*'] },
      labels: [[{ key: 'team', operator: 'in', values: ['db'] }]],
    });
    expect(reasons).toEqual([
      {
        rule: 'events',
        message: 'comment-added is not among the chosen events (created, escalated).',
      },
      { rule: 'severity', message: 'The severity info is below high.' },
      { rule: 'source', message: 'The event names no alert source, and only some pass (Prom*).' },
      {
        rule: 'labels',
        message: 'No group of label conditions holds: team is not set, wanted one of db.',
      },
    ]);
  });
});

describe('the severity rule', () => {
  it.each(SEVERITIES.map((severity) => [severity]))('at least warning: %s', (severity) => {
    const passes = !['info'].includes(severity);
    const { effect } = decide(anEvent({ alert: { severity } }), {
      severity: { atLeast: 'warning' },
    });
    expect(effect).toBe(passes ? 'announce' : 'drop');
  });

  it('can refuse what is unknown', () => {
    const rules: FilterRules = { severity: { atLeast: 'info', passUnknown: false } };
    const { effect, reasons } = decide(anEvent({ alert: { severity: 'unknown' } }), rules);
    expect(effect).toBe('drop');
    expect(reasons[0]?.message).toContain('unknown');
  });

  it('that cannot be evaluated lets pass and says so', () => {
    const rules = { severity: { atLeast: 'loud' } } as unknown as FilterRules;
    const { effect, reasons } = decide(anEvent(), rules);
    expect(effect).toBe('announce');
    expect(reasons).toEqual([{ rule: 'severity', message: '"loud" is no severity.' }]);
  });
});

describe('the source rule', () => {
  const from = (name: string, id = '77') => anEvent({ origin: { name, id } });

  it.each<[string, FilterRules['source'], string, string]>([
    ['by name', { include: ['prometheus'] }, 'Prometheus', 'announce'],
    ['by pattern', { include: ['prom*'] }, 'Prometheus', 'announce'],
    ['by id', { include: ['77'] }, 'Prometheus', 'announce'],
    ['another', { include: ['Zabbix'] }, 'Prometheus', 'drop'],
    ['exclude wins', { include: ['*'], exclude: ['*staging*'] }, 'Prometheus staging', 'drop'],
    ['exclude by id', { exclude: ['77'] }, 'Prometheus', 'drop'],
    ['exclude another', { exclude: ['78'] }, 'Prometheus', 'announce'],
    ['empty lists', { include: [], exclude: [] }, 'Prometheus', 'announce'],
    ['a broken exclude excludes nothing', { exclude: ['/x/'] }, 'Prometheus', 'announce'],
  ])('%s', (_name, source, name, effect) => {
    expect(decide(from(name), { ...(source && { source }) }).effect).toBe(effect);
  });

  it('an event without a source is not excluded', () => {
    expect(decide(anEvent(), { source: { exclude: ['*'] } }).effect).toBe('announce');
  });
});

describe('test events', () => {
  it('pass every rule and mention nobody', () => {
    const rules: FilterRules = {
      events: [],
      severity: { atLeast: 'critical', passUnknown: false },
      source: { exclude: ['*'] },
      labels: [[{ key: 'x', operator: 'in', values: ['y'] }]],
      quietHours: { timeZone: 'UTC', from: '00:00', to: '23:59', effect: 'drop' },
    };
    expect(decide(testEvent(NOW), rules)).toMatchObject({ effect: 'announce', silent: true });
  });
});

describe('checkRules', () => {
  it('is content with good rules', () => {
    expect(checkRules({})).toEqual([]);
    expect(
      checkRules({
        events: ['created'],
        severity: { atLeast: 'high' },
        source: { include: ['a*'] },
        labels: [[{ key: 'a', operator: 'in', values: ['cidr:::/0', 'num:eq:1'] }]],
        repeats: { withinMinutes: 0 },
        quietHours: { timeZone: 'Europe/Berlin', from: '22:00', to: '7:00' },
      }),
    ).toEqual([]);
  });

  it.each<[string, FilterRules]>([
    ['filter.events', { events: ['exploded' as EventType] }],
    ['filter.severity', { severity: { atLeast: 'loud' as 'high' } }],
    ['filter.source', { source: { exclude: ['/x/'] } }],
    ['filter.labels', { labels: [[{ key: 'a', operator: 'in', values: ['num:x'] }]] }],
    ['filter.labels', { labels: [[{ key: 'a', operator: 'in', values: [] }]] }],
    ['filter.labels', { labels: [[{ key: ' ', operator: 'in', values: ['a'] }]] }],
    ['filter.repeats', { repeats: { withinMinutes: Number.NaN } }],
    ['filter.quiet_hours', { quietHours: { timeZone: 'Mars/Base', from: '22:00', to: '06:00' } }],
    ['filter.quiet_hours', { quietHours: { timeZone: 'UTC', from: '22', to: '06:00' } }],
    ['filter.quiet_hours', { quietHours: { timeZone: 'UTC', from: '22:00', to: '25:00' } }],
    ['filter.quiet_hours', { quietHours: { timeZone: 'UTC', from: '22:00', to: '22:00' } }],
    [
      'filter.quiet_hours',
      { quietHours: { timeZone: 'UTC', from: '1:00', to: '2:00', days: [0] } },
    ],
  ])('finds %s in %j', (code, rules) => {
    const problems = checkRules(rules);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ code, message: expect.stringMatching(/\.$/) });
    expect(problems[0]?.hint).not.toBe('');
  });
});

it('never throws and always decides, whatever people write', () => {
  const form = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('*', '/a/', 'cidr:', 'cidr:1/1', 'num:ge:', 'num:ge:5', '?*?'),
  );
  const condition = fc.record({
    key: fc.oneof(
      form,
      fc.constantFrom('title', 'source', 'labels.team', '__proto__', 'constructor'),
    ),
    operator: fc.constantFrom('in' as const, 'not-in' as const),
    values: fc.array(form),
  });
  const rules = fc.record(
    {
      events: fc.array(fc.constantFrom(...EVENT_TYPES)),
      severity: fc.record({ atLeast: fc.constantFrom(...SEVERITIES) }),
      source: fc.record({ include: fc.array(form), exclude: fc.array(form) }),
      labels: fc.array(fc.array(condition)),
      repeats: fc.record({ withinMinutes: fc.double() }),
      quietHours: fc.record({ timeZone: form, from: form, to: form, days: fc.array(fc.integer()) }),
    },
    { requiredKeys: [] },
  );
  const event = fc
    .record({
      type: fc.constantFrom(...EVENT_TYPES),
      labels: fc.dictionary(fc.string(), fc.string({ unit: 'binary' })),
      title: fc.string({ unit: 'binary' }),
    })
    .map(({ type, labels, title }) => anEvent({ type, alert: { labels, title } }));
  fc.assert(
    fc.property(rules, event, fc.double(), (some, happened, now) => {
      const { decision, seen } = compileFilter(some)(happened, { now });
      expect(['announce', 'refresh', 'drop']).toContain(decision.effect);
      expect(decision.effect === 'announce' || decision.reasons.length > 0).toBe(true);
      expect(JSON.parse(JSON.stringify(seen))).toBeDefined();
    }),
    { numRuns: 1000 },
  );
});
