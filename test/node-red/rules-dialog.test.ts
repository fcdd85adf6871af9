import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { expect, test } from '@jest/globals';
import { checkRoutes, routeRulesFrom } from '../../core/index';
import { checkout } from './support/package-under-test';

type Say = (key: string, blanks: Readonly<Record<string, string>>) => string;
interface Rules {
  firstProblem(rules: readonly object[], say: Say): string | undefined;
}

/** The dialog's script, in a page without anything to draw on. */
const dialog = (() => {
  const element = { text: () => element, appendTo: () => element };
  const window: { AlertwireRules?: Rules } = {};
  const script = readFileSync(join(checkout, 'node-red/resources/rules.js'), 'utf8');
  runInNewContext(script, { window, $: () => element });
  return window.AlertwireRules as Rules;
})();

const rule = (changes: object) => ({
  ...{ outputName: 'payments', minimumSeverity: 'any', passUnknownSeverity: false },
  ...{ sources: [], labelGroups: [] },
  ...changes,
});
const say: Say = (key, blanks) => `${key} ${Object.values(blanks).join(' ')}`;
const problemOf = (...rules: object[]) => dialog.firstProblem(rules, say);
/** Another rule before it, which leaves something over. */
const first = rule({ minimumSeverity: 'critical' });
const marks = (changes: object) => problemOf(first, rule(changes));
const isSaidAtStart = (changes: object) =>
  checkRoutes(routeRulesFrom({ rules: [first, rule(changes)] })).length > 0;

test.each([
  ...['Prometheus', 'Prod*', '?', 'a/b', '/pay/', '/pay/i', '//', '/a/b', 'http://x/y/'],
  ...['cidr:10.0.0.0/8', 'cidr: 10.0.0.1', 'cidr:::1/128', 'cidr:', 'cidr:staging', 'cidr:10/8/9'],
  ...['num:ge:90', 'num: gt : -1.5', 'num:le:1e3', 'num:.5', 'num:ge:', 'num:over:9', 'num:eq:x'],
])('the dialog and the core agree about %s', (form) => {
  const conditions = [[{ key: 'team', operator: 'in', values: ['a', form] }]];
  for (const changes of [{ sources: [form] }, { labelGroups: conditions }]) {
    expect(marks(changes) !== undefined).toBe(isSaidAtStart(changes));
  }
});

test('the dialog marks a condition without values, as the core does', () => {
  const changes = { labelGroups: [[{ key: 'team', operator: 'not-in', values: [] }]] };
  expect(marks(changes)).toBe('noValues payments team');
  expect(isSaidAtStart(changes)).toBe(true);
});

test('it names the rule, by its place where it has no name', () => {
  expect(marks({ sources: ['/x/'] })).toBe('form payments /x/');
  expect(marks({ sources: ['/x/'], outputName: ' ' })).toBe('form rule 2 /x/');
  expect(marks({})).toBeUndefined();
});

test('it marks a rule that no alert can reach', () => {
  const others = [rule({ outputName: 'a', sources: ['x'] }), rule({ minimumSeverity: 'info' })];
  expect(problemOf(...others, rule({ outputName: 'rest' }))).toBeUndefined();
  expect(problemOf(rule({ outputName: 'rest' }), ...others)).toBe('unreached a rest');
});
