import { compileCidr, parseIp } from './ip';
import { LONGEST_RUN, matchesWildcard } from './wildcard';

/** What comparing gave; a sentence where the value cannot be compared this way. */
export type Verdict = 'yes' | 'no' | { readonly notEvaluable: string };

export type ValueMatcher = (value: string) => Verdict;

/**
 * A value form as a matcher: exact and wildcard (`*`, `?`) in any case, `cidr:10.0.0.0/8`,
 * `num:gt|ge|lt|le|eq:90`. Time is linear in the value. A form that nobody can evaluate is a
 * sentence instead.
 */
export const compileForm = (form: string): ValueMatcher | string => {
  const text = form.trim();
  if (/^\/.+\/i?$/s.test(text)) {
    return `${text} cannot be evaluated: regular expressions are not offered, use * and ?.`;
  }
  if (text.startsWith('cidr:')) return cidrMatcher(text);
  if (text.startsWith('num:')) return numberMatcher(text);
  return /[*?]/.test(text) ? wildcardMatcher(text) : exactMatcher(text);
};

const exactMatcher = (form: string): ValueMatcher => {
  const wanted = form.toLowerCase();
  return (value) => yesOrNo(value.trim().toLowerCase() === wanted);
};

const wildcardMatcher = (form: string): ValueMatcher | string => {
  const pattern = [...form.toLowerCase().replace(/\*+/g, '*')];
  const longest = Math.max(...form.split('*').map((run) => run.length));
  if (longest > LONGEST_RUN) {
    return `A pattern cannot be evaluated: more than ${LONGEST_RUN} characters without *.`;
  }
  return (value) => yesOrNo(matchesWildcard(pattern, value.trim().toLowerCase()));
};

const cidrMatcher = (form: string): ValueMatcher | string => {
  const contains = compileCidr(form.slice('cidr:'.length).trim());
  if (contains === undefined) return `${form} cannot be evaluated: it names no address block.`;
  return (value) => {
    const ip = parseIp(value.trim());
    return ip === undefined ? { notEvaluable: 'is no IP address' } : yesOrNo(contains(ip));
  };
};

const COMPARISONS: ReadonlyMap<string, (value: number, limit: number) => boolean> = new Map([
  ['gt', (value, limit) => value > limit],
  ['ge', (value, limit) => value >= limit],
  ['lt', (value, limit) => value < limit],
  ['le', (value, limit) => value <= limit],
  ['eq', (value, limit) => value === limit],
]);

const NUMBER = /^[+-]?(?:\d{1,30}(?:\.\d{0,30})?|\.\d{1,30})(?:e[+-]?\d{1,3})?$/i;

const numberMatcher = (form: string): ValueMatcher | string => {
  const [, operator = '', limit = ''] = /^num:\s*(\w+)\s*:(.*)$/s.exec(form) ?? [];
  const compare = COMPARISONS.get(operator.toLowerCase());
  if (compare === undefined || !NUMBER.test(limit.trim())) {
    return `${form} cannot be evaluated: write num:gt, ge, lt, le or eq and a number, as num:ge:90.`;
  }
  return (value) =>
    NUMBER.test(value.trim())
      ? yesOrNo(compare(Number(value), Number(limit)))
      : { notEvaluable: 'is no number' };
};

const yesOrNo = (holds: boolean): Verdict => (holds ? 'yes' : 'no');
