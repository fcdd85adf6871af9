import { EVENT_TYPES } from '../alert/event';
import type { Problem } from '../problem';
import { quietHoursProblems } from './quiet-hours';
import { isWindow } from './repeats';
import type { FilterRules, LabelCondition } from './rules';
import { isSeverity } from './severity';
import { compileList } from './value-list';

interface BrokenRule {
  readonly rule: string;
  readonly message: string;
  readonly hint: string;
}

/** What a host tells people when a flow starts: every rule that cannot be evaluated as written. */
export const checkRules = (rules: FilterRules): Problem[] =>
  brokenRules(rules).map(({ rule, message, hint }) => ({
    code: `filter.${rule.replace('-', '_')}`,
    message,
    hint,
  }));

export const brokenRules = (rules: FilterRules): BrokenRule[] => [
  ...eventProblems(rules),
  ...severityProblems(rules),
  ...formProblems('source', [...(rules.source?.include ?? []), ...(rules.source?.exclude ?? [])]),
  ...(rules.labels ?? []).flat().flatMap(conditionProblems),
  ...repeatsProblems(rules),
  ...(rules.quietHours ? quietHoursProblems(rules.quietHours) : []).map((message) =>
    problem('quiet-hours', message, 'Correct the quiet hours; until then they are not applied.'),
  ),
];

const problem = (rule: string, message: string, hint: string): BrokenRule => ({
  rule,
  message,
  hint,
});

const eventProblems = ({ events = [] }: FilterRules): BrokenRule[] =>
  events
    .filter((type) => !EVENT_TYPES.includes(type))
    .map((type) =>
      problem('events', `"${type}" is no event type.`, `Choose from: ${EVENT_TYPES.join(', ')}.`),
    );

const severityProblems = ({ severity }: FilterRules): BrokenRule[] =>
  severity === undefined || isSeverity(severity.atLeast)
    ? []
    : [
        problem(
          'severity',
          `"${severity.atLeast}" is no severity.`,
          'Choose critical, high, warning or info; until then every severity passes.',
        ),
      ];

const formProblems = (rule: string, forms: readonly string[]): BrokenRule[] =>
  compileList(forms).broken.map((message) =>
    problem(rule, message, 'Correct this value; until then it matches nothing.'),
  );

const conditionProblems = ({ key, values }: LabelCondition): BrokenRule[] => [
  ...(key.trim() === ''
    ? [problem('labels', 'A label condition names no label.', 'Write the name of a label.')]
    : []),
  ...(values.length === 0
    ? [problem('labels', `The condition on "${key}" lists no values.`, 'List at least one value.')]
    : []),
  ...formProblems('labels', values),
];

const repeatsProblems = ({ repeats }: FilterRules): BrokenRule[] =>
  repeats === undefined || isWindow(repeats.withinMinutes)
    ? []
    : [
        problem(
          'repeats',
          `"${repeats.withinMinutes}" is no number of minutes.`,
          'Write 0 or more; until then repeats are not dropped.',
        ),
      ];
