import { describe, expect, it } from '@jest/globals';
import { alertRouterFields, routeRulesFrom } from '../../../core/fields/alert-router';
import { checkRoutes } from '../../../core/routing/check-routes';
import type { RouteConditions } from '../../../core/routing/rules';

const check = (...conditions: RouteConditions[]) =>
  checkRoutes(
    conditions.map((one, index) => ({ name: index === 0 ? 'team a' : '', conditions: one })),
  );

describe('checkRoutes', () => {
  it('is content with the preset and with no rules', () => {
    expect(checkRoutes(routeRulesFrom({ rules: alertRouterFields[0]?.default }))).toEqual([]);
    expect(checkRoutes(routeRulesFrom({}))).toEqual([]);
  });

  it.each<[string, RouteConditions]>([
    ['router.severity', { severity: { atLeast: 'loud' as 'high' } }],
    ['router.source', { source: { include: ['/x/'] } }],
    ['router.labels', { labels: [[{ key: 'a', operator: 'in', values: ['cidr:1/99'] }]] }],
    ['router.labels', { labels: [[{ key: ' ', operator: 'in', values: ['a'] }]] }],
    ['router.labels', { labels: [[{ key: 'a', operator: 'not-in', values: [] }]] }],
  ])('finds %s in %j, and says in which rule', (code, conditions) => {
    const [problem, ...more] = check(conditions);
    expect(more).toEqual([]);
    expect(problem).toMatchObject({
      code,
      message: expect.stringMatching(/^Rule "team a": .*\.$/),
      hint: expect.stringMatching(/\.$/),
    });
  });

  it('names a rule without a name by its place', () => {
    const broken: RouteConditions = { source: { include: ['num:x'] } };
    expect(check({}, broken).map(({ message }) => message)).toEqual([
      expect.stringMatching(/^Rule "rule 2": /),
    ]);
  });

  it('does not promise of a router what a filter does', () => {
    const [problem] = check({ severity: { atLeast: 'loud' as 'high' } });
    expect(problem?.hint).toContain('takes no alert');
  });
});

describe('the values of a host', () => {
  it.each([undefined, null, 'rules', [null], [{}], [{ outputName: 7 }]])(
    'are rules, also where they are %j',
    (rules) => {
      const read = routeRulesFrom({ rules });
      expect(read).toHaveLength(Array.isArray(rules) ? 1 : 0);
      expect(checkRoutes(read)).toEqual([]);
    },
  );
});
