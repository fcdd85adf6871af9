import { quote } from '../filter/check';
import { brokenRules } from '../filter/check-rules';
import type { Problem } from '../problem';
import { nameOf, type RouteRule } from './rules';

/** What a host tells people when a flow starts: every condition that cannot be evaluated. */
export const checkRoutes = (rules: readonly RouteRule[]): Problem[] =>
  rules.flatMap((rule, index) =>
    brokenRules(rule.conditions).map(({ rule: part, message, hint }) => ({
      code: `router.${part}`,
      message: `Rule ${quote(nameOf(rule, index))}: ${message}`,
      hint: part === 'severity' ? SEVERITY_HINT : hint,
    })),
  );

const SEVERITY_HINT =
  'Choose critical, high, warning or info; until then this rule takes no alert.';
