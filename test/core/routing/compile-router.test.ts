import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { EVENT_TYPES, SEVERITIES } from '../../../core/alert/event';
import { testEvent } from '../../../core/alert/test-event';
import { alertRouterFields, routeRulesFrom } from '../../../core/fields/alert-router';
import type { LabelCondition } from '../../../core/filter/rules';
import { compileRouter } from '../../../core/routing/compile-router';
import type { RouteConditions, RouteRule } from '../../../core/routing/rules';
import { anEvent } from '../alert/events';

const PRESET = routeRulesFrom({ rules: alertRouterFields[0]?.default });
const rule = (name: string, conditions: RouteConditions = {}): RouteRule => ({ name, conditions });
const label = (key: string, ...values: string[]): LabelCondition => ({
  key,
  operator: 'in',
  values,
});
const of = (severity: (typeof SEVERITIES)[number]) => anEvent({ alert: { severity } });

describe('the preset', () => {
  const route = compileRouter(PRESET);

  it.each([
    ['critical', 'critical', 0],
    ['high', 'high', 1],
    ['warning', 'everything else', 2],
    ['info', 'everything else', 2],
    ['unknown', 'everything else', 2],
  ] as const)('sends %s to %s', (severity, name, index) => {
    expect(route(of(severity))).toMatchObject({ name, index, matched: true });
  });

  it.each(EVENT_TYPES)('keeps %s of a critical alert where the others are', (type) => {
    expect(route(anEvent({ type, alert: { severity: 'critical' } })).name).toBe('critical');
  });

  it('sends a test the way of its own severity', () => {
    expect(route(testEvent(0))).toMatchObject({ name: 'everything else', index: 2 });
  });
});

describe('a router', () => {
  it('lets the first rule that holds take the alert', () => {
    const both = [rule('one'), rule('two')];
    expect(compileRouter(both)(anEvent())).toMatchObject({ name: 'one', index: 0 });
    expect(compileRouter(both.toReversed())(anEvent())).toMatchObject({ name: 'two', index: 0 });
  });

  it('says why: first the rule that took it, then those before, and none behind', () => {
    const rules = [
      rule('payments', { labels: [[label('team', 'payments')]] }),
      rule('high', { severity: { atLeast: 'high' }, source: { include: ['Prom*'] } }),
      rule('rest'),
    ];
    const event = anEvent({ origin: { name: 'Prometheus' }, alert: { labels: { team: 'db' } } });
    expect(compileRouter(rules)(event).reasons).toEqual([
      { rule: 'high', message: 'It holds for severity high, source "Prometheus".' },
      {
        rule: 'payments',
        message: 'No group of label conditions holds: team is "db", wanted one of payments.',
      },
    ]);
  });

  it('names the group of labels that held, and a rule that asks for nothing', () => {
    const groups = [[label('team', 'db')], [label('env', 'prod'), label('title', 'Queue*')]];
    const event = anEvent({ alert: { labels: { env: 'prod' } } });
    const [why] = compileRouter([rule('prod', { labels: groups })])(event).reasons;
    expect(why?.message).toBe('It holds for labels 2.');
    expect(compileRouter([rule('all')])(event).reasons).toEqual([
      { rule: 'all', message: 'It holds for every alert.' },
    ]);
  });

  it('has an output for what no rule takes, and says why none did', () => {
    const rules = [rule('critical', { severity: { atLeast: 'critical' } }), rule(' ', OWN_TEAM)];
    expect(compileRouter(rules)(anEvent())).toEqual({
      index: 2,
      name: 'unrouted',
      matched: false,
      reasons: [
        { rule: 'critical', message: 'The severity high is below critical.' },
        {
          rule: 'rule 2',
          message: 'No group of label conditions holds: team is not set, wanted one of own.',
        },
      ],
    });
    expect(compileRouter([])(anEvent())).toEqual({
      index: 0,
      name: 'unrouted',
      matched: false,
      reasons: [],
    });
  });

  it('takes what is unknown where the rule says so', () => {
    const rows = { rules: [{ minimumSeverity: 'critical', passUnknownSeverity: true }] };
    const [route, strict] = [
      compileRouter(routeRulesFrom(rows)),
      compileRouter(routeRulesFrom({ rules: [{ minimumSeverity: 'critical' }] })),
    ];
    expect(route(of('unknown')).index).toBe(0);
    expect(route(of('high')).index).toBe(1);
    expect(strict(of('unknown')).index).toBe(1);
  });

  it('finds its way through a hundred rules', () => {
    const rules = Array.from({ length: 100 }, (_, nth) =>
      rule(`team ${nth}`, { labels: [[label('team', `team-${nth}`)]] }),
    );
    const route = compileRouter(rules);
    for (const nth of [0, 57, 99]) {
      const event = anEvent({ alert: { labels: { team: `team-${nth}` } } });
      expect(route(event)).toMatchObject({ index: nth, name: `team ${nth}` });
    }
    expect(route(anEvent())).toMatchObject({ index: 100, matched: false });
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    'takes the label %s for a label and nothing else',
    (key) => {
      const route = compileRouter([rule('hostile', { labels: [[label(key, '*')]] })]);
      expect(route(anEvent()).matched).toBe(false);
      const labels = JSON.parse(`{"${key}": "x"}`);
      expect(route(anEvent({ alert: { labels } })).matched).toBe(true);
    },
  );
});

const OWN_TEAM: RouteConditions = { labels: [[label('team', 'own')]] };

describe('what cannot be evaluated', () => {
  it.each<[string, RouteConditions, string]>([
    ['a severity', { severity: { atLeast: 'loud' as 'high' } }, '"loud" is no severity.'],
    ['a pattern', { source: { include: ['/a/'] } }, 'regular expressions are not offered'],
    ['a network', { labels: [[label('ip', 'cidr:x')]] }, 'it names no address block'],
  ])('%s is false, and says so', (_name, conditions, sentence) => {
    const event = anEvent({ origin: { name: 'a' }, alert: { labels: { ip: '10.0.0.1' } } });
    const route = compileRouter([rule('broken', conditions), rule('rest')])(event);
    expect(route).toMatchObject({ name: 'rest', index: 1 });
    const said = route.reasons.filter(({ rule: name }) => name === 'broken');
    expect(said.map(({ message }) => message).join(' ')).toContain(sentence);
  });

  it('a value of the alert that is no number is false, and says so', () => {
    const rules = [rule('slow', { labels: [[label('latency', 'num:ge:2')]] })];
    const { matched, reasons } = compileRouter(rules)(
      anEvent({ alert: { labels: { latency: '2 s' } } }),
    );
    expect(matched).toBe(false);
    expect(reasons.map(({ message }) => message).join(' ')).toContain('"2 s" is no number');
  });
});

describe('whatever people write', () => {
  const form = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('*', 'a', '/a/', 'cidr:', 'cidr:10.0.0.0/8', 'num:ge:', 'num:ge:5', '?*?'),
  );
  const key = fc.oneof(
    form,
    fc.constantFrom('title', 'source', 'team', '__proto__', 'constructor'),
  );
  const condition = fc.record({
    key,
    operator: fc.constantFrom('in' as const, 'not-in' as const),
    values: fc.array(form, { maxLength: 3 }),
  });
  const someRule: fc.Arbitrary<RouteRule> = fc.record({
    name: fc.string(),
    conditions: fc.record(
      {
        severity: fc.record({ atLeast: fc.constantFrom(...SEVERITIES), passUnknown: fc.boolean() }),
        source: fc.record({ include: fc.array(form, { maxLength: 3 }) }),
        labels: fc.array(fc.array(condition, { maxLength: 2 }), { maxLength: 3 }),
      },
      { requiredKeys: [] },
    ),
  });
  const someRules = fc.array(someRule, { maxLength: 8 });
  const someEvent = fc
    .record({
      type: fc.constantFrom(...EVENT_TYPES),
      severity: fc.constantFrom(...SEVERITIES),
      labels: fc.dictionary(key, form),
      name: form,
    })
    .map(({ type, severity, labels, name }) =>
      anEvent({ type, origin: { name }, alert: { severity, labels } }),
    );

  it('gives every event exactly one output, that of a rule or the last', () => {
    fc.assert(
      fc.property(someRules, someEvent, (rules, event) => {
        const { index, name, matched, reasons } = compileRouter(rules)(event);
        expect(Number.isInteger(index)).toBe(true);
        expect(index >= 0 && index <= rules.length).toBe(true);
        expect(matched).toBe(index < rules.length);
        expect(name).not.toBe('');
        expect(matched ? reasons[0]?.rule : name).toBe(matched ? name : 'unrouted');
      }),
      { numRuns: 500 },
    );
  });

  it('keeps an alert on its output, whatever happens to it', () => {
    fc.assert(
      fc.property(someRules, someEvent, fc.constantFrom(...EVENT_TYPES), (rules, event, type) => {
        const route = compileRouter(rules);
        expect(route({ ...event, type })).toEqual(route(event));
      }),
      { numRuns: 300 },
    );
  });

  it('goes the same way when a rule is gone that did not take the alert', () => {
    fc.assert(
      fc.property(someRules, someEvent, fc.nat(7), (rules, event, gone) => {
        const { index } = compileRouter(rules)(event);
        fc.pre(gone < rules.length && gone !== index);
        const left = compileRouter(rules.toSpliced(gone, 1))(event);
        expect(left.index).toBe(gone < index ? index - 1 : index);
      }),
      { numRuns: 500 },
    );
  });
});
