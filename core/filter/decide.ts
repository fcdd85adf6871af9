import type { AlertEvent } from '../alert/event';
import { STATE_CHANGING } from './events';
import type { FilterDecision, FilterReason } from './rules';

export const TEST_DECISION: FilterDecision = {
  effect: 'announce',
  silent: true,
  reasons: [{ rule: 'test', message: 'Test events pass every rule and mention nobody.' }],
};

/** A list, so that nothing to say adds nothing. */
export const reason = (rule: string, message: string | undefined): FilterReason[] =>
  message === undefined ? [] : [{ rule, message }];

interface Otherwise {
  readonly silent: boolean;
  readonly notes: readonly FilterReason[];
  readonly matchedRule?: string | undefined;
}

/** A filter never leaves a card on an old state: what changes it is a refresh where it fails. */
export const decide = (
  { type }: AlertEvent,
  failures: readonly FilterReason[],
  { silent, notes, matchedRule }: Otherwise,
): FilterDecision => {
  const [first] = failures;
  if (first === undefined) {
    return { effect: 'announce', silent, reasons: notes, ...(matchedRule && { matchedRule }) };
  }
  const reasons = [...failures, ...notes];
  return STATE_CHANGING.has(type)
    ? {
        effect: 'refresh',
        silent: true,
        reasons: [...reasons, STILL_SHOWN],
        matchedRule: first.rule,
      }
    : { effect: 'drop', silent: true, reasons, matchedRule: first.rule };
};

const STILL_SHOWN: FilterReason = {
  rule: 'refresh',
  message: 'It changes the state of the alert, so a card that exists is kept up to date.',
};
