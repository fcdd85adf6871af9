import type { AlertEvent } from '../alert/event';
import { type Check, quote, quoteAll } from './check';
import type { FilterRules } from './rules';
import { compileList } from './value-list';

export const compileSource = ({
  include = [],
  exclude = [],
}: NonNullable<FilterRules['source']>): Check => {
  const wanted = compileList(include);
  const unwanted = compileList(exclude);
  return (event) => {
    const names = sourceNames(event);
    if (unwanted.match(names).matches) {
      return `The alert source ${quoteAll(names)} is excluded (${exclude.join(', ')}).`;
    }
    if (include.length === 0) return undefined;
    const { matches, notes } = wanted.match(names);
    return matches ? undefined : [notAmong(names, include), ...notes].join(' ');
  };
};

/** By what an alert source can be named: its name and its id. */
export const sourceNames = ({ origin }: AlertEvent): string[] =>
  [origin?.name, origin?.id].filter((name) => name !== undefined);

const notAmong = ([name]: readonly string[], include: readonly string[]): string =>
  name === undefined
    ? `The event names no alert source, and only some pass (${include.join(', ')}).`
    : `The alert source ${quote(name)} is not among the chosen ones (${include.join(', ')}).`;
