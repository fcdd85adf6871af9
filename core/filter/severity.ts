import { SEVERITIES, type Severity } from '../alert/event';
import { isAtLeast } from '../alert/severity';
import type { Check } from './check';
import type { FilterRules } from './rules';

export const compileSeverity = ({
  atLeast,
  passUnknown = true,
}: NonNullable<FilterRules['severity']>): Check => {
  if (!isSeverity(atLeast)) return () => undefined;
  return ({ alert: { severity } }) => {
    if (severity !== 'unknown') {
      return isAtLeast(severity, atLeast)
        ? undefined
        : `The severity ${severity} is below ${atLeast}.`;
    }
    return passUnknown || atLeast === 'unknown'
      ? undefined
      : 'The severity is unknown, and unknown severities do not pass.';
  };
};

export const isSeverity = (word: unknown): word is Severity =>
  SEVERITIES.some((severity) => severity === word);
