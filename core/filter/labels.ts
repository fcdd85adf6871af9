import type { AlertEvent } from '../alert/event';
import { quoteAll } from './check';
import type { LabelCondition, LabelGroup } from './rules';
import { sourceNames } from './source';
import { compileList } from './value-list';

/** `failure` where no group holds; `notes` about conditions that could not be evaluated. */
export interface LabelVerdict {
  readonly failure?: string;
  readonly matchedGroup?: number;
  readonly notes: readonly string[];
}

/** Groups are alternatives; all conditions of one must hold; a group without any says nothing. */
export const compileLabels = (
  groups: readonly LabelGroup[],
): ((event: AlertEvent) => LabelVerdict) => {
  const compiled = groups.map((group) => group.map(compileCondition));
  if (compiled.every((conditions) => conditions.length === 0)) return () => ({ notes: [] });
  return (event) => {
    const notes: string[] = [];
    const failures: string[] = [];
    for (const [index, conditions] of compiled.entries()) {
      if (conditions.length === 0) continue;
      const failed = conditions.map((holds) => holds(event)).filter((why) => why !== undefined);
      if (failed.length === 0) return { matchedGroup: index + 1, notes };
      failures.push(...failed.slice(0, 1).map(({ failure }) => failure));
      notes.push(...failed.flatMap((why) => why.notes));
    }
    return { failure: `No group of label conditions holds: ${failures.join('; ')}.`, notes };
  };
};

interface Failed {
  readonly failure: string;
  readonly notes: readonly string[];
}

/** A condition that cannot be evaluated is false, with either operator. */
const compileCondition = ({ key, operator, values }: LabelCondition) => {
  const read = compileKey(key.trim());
  const list = compileList(values);
  return (event: AlertEvent): Failed | undefined => {
    const found = read(event);
    const { matches, evaluable, notes } = list.match(found);
    const holds = operator === 'in' ? matches : !matches && evaluable;
    return holds ? undefined : { failure: sentence(key, operator, values, found), notes };
  };
};

const FIELDS: ReadonlyMap<string, (event: AlertEvent) => readonly (string | undefined)[]> = new Map(
  Object.entries({
    title: ({ alert }) => [alert.title],
    description: ({ alert }) => [alert.description],
    priority: ({ alert }) => [alert.priority],
    source: sourceNames,
    platform: ({ platform }) => [platform],
  } satisfies Record<string, (event: AlertEvent) => readonly (string | undefined)[]>),
);

const compileKey = (key: string): ((event: AlertEvent) => string[]) => {
  const field = FIELDS.get(key);
  if (field !== undefined) return (event) => field(event).filter((value) => value !== undefined);
  const name = key.startsWith('labels.') ? key.slice('labels.'.length) : key;
  return ({ alert: { labels } }) => {
    const label = Object.hasOwn(labels, name) ? labels[name] : undefined;
    return label === undefined ? [] : [label];
  };
};

const sentence = (
  key: string,
  operator: LabelCondition['operator'],
  values: readonly string[],
  found: readonly string[],
): string => {
  const is = found.length === 0 ? 'is not set' : `is ${quoteAll(found)}`;
  return `${key} ${is}, wanted ${operator === 'in' ? 'one of' : 'none of'} ${values.join(', ')}`;
};
