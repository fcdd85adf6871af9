import { quote } from './check';
import { compileForm, type ValueMatcher } from './value-match';

export interface ValueList {
  /** Sentences about forms that nobody can evaluate. */
  readonly broken: readonly string[];
  match(values: readonly string[]): ListVerdict;
}

export interface ListVerdict {
  /** Does any form match any of the values? */
  readonly matches: boolean;
  /** False where nothing matched and a form could not be evaluated. */
  readonly evaluable: boolean;
  /** Sentences about values that a form cannot be compared with. */
  readonly notes: readonly string[];
}

/** Value forms as alternatives. */
export const compileList = (forms: readonly string[]): ValueList => {
  const compiled = forms.map((form) => ({ form, matcher: compileForm(form) }));
  const matchers = compiled.filter(isUsable);
  const broken = compiled.flatMap(({ matcher }) => (typeof matcher === 'string' ? matcher : []));
  return {
    broken,
    match: (values) => {
      if (values.some((value) => matchers.some(({ matcher }) => matcher(value) === 'yes'))) {
        return MATCH;
      }
      const notes = notesOn(matchers, values);
      return { matches: false, evaluable: broken.length + notes.length === 0, notes };
    },
  };
};

const MATCH: ListVerdict = { matches: true, evaluable: true, notes: [] };

interface Compiled {
  readonly form: string;
  readonly matcher: ValueMatcher | string;
}

const isUsable = (compiled: Compiled): compiled is Compiled & { matcher: ValueMatcher } =>
  typeof compiled.matcher !== 'string';

const notesOn = (
  matchers: readonly { readonly form: string; readonly matcher: ValueMatcher }[],
  values: readonly string[],
): string[] =>
  matchers.flatMap(({ form, matcher }) => {
    const verdicts = values.map((value) => ({ value, verdict: matcher(value) }));
    const failed = verdicts.map(({ value, verdict }) =>
      typeof verdict === 'string' ? undefined : `${quote(value)} ${verdict.notEvaluable}`,
    );
    return failed.length > 0 && failed.every((note) => note !== undefined)
      ? [`${form} cannot be evaluated: ${failed.join(', ')}.`]
      : [];
  });
