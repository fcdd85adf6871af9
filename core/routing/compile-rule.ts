import { type AlertEvent, EVENT_TYPES } from '../alert/event';
import { quote } from '../filter/check';
import { brokenRules } from '../filter/check-rules';
import { sourceNames } from '../filter/source';
import { compileStanding } from '../filter/standing';
import type { RouteConditions } from './rules';

export interface RuleVerdict {
  readonly holds: boolean;
  /** Why, and what could not be evaluated. */
  readonly sentences: readonly string[];
}

export type CompiledRule = (event: AlertEvent) => RuleVerdict;

/** The conditions of a filter, all of which must hold. One that is no condition is false. */
export const compileRule = (conditions: RouteConditions): CompiledRule => {
  const broken = brokenRules(conditions);
  const unusable = broken.map(({ message }) => message);
  const standing = compileStanding({ ...conditions, events: EVENT_TYPES });
  // A filter lets pass what it cannot judge; an output would take alerts that are not its own
  if (broken.some(({ rule }) => rule === 'severity')) {
    return () => ({ holds: false, sentences: unusable });
  }
  return (event) => {
    const { failed, notes, matchedRule } = standing(event);
    const said = failed.map(({ message }) => message);
    const noted = notes.map(({ message }) => message);
    return failed.length > 0
      ? { holds: false, sentences: [...said, ...unusable, ...noted] }
      : {
          holds: true,
          sentences: [whyIt(conditions, event, matchedRule), ...unusable, ...noted],
        };
  };
};

const whyIt = (
  { severity, source }: RouteConditions,
  event: AlertEvent,
  labels: string | undefined,
): string => {
  const [name] = sourceNames(event);
  const asked = [
    severity && `severity ${event.alert.severity}`,
    source?.include?.length && name !== undefined && `source ${quote(name)}`,
    labels,
  ].filter(Boolean);
  return `It holds for ${asked.length === 0 ? 'every alert' : asked.join(', ')}.`;
};
