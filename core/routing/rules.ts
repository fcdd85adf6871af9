import type { FilterReason, FilterRules } from '../filter/rules';

/**
 * What a rule may ask for: the conditions of a filter that are about the alert. Not the events: an
 * output gets the whole life of an alert, so that a card learns of *resolved* where it was posted.
 * Which events people hear about is the word of a filter or of the sender behind the output.
 */
export type RouteConditions = Pick<FilterRules, 'severity' | 'source' | 'labels'>;

/** One output. A rule without conditions takes every alert. */
export interface RouteRule {
  readonly name: string;
  readonly conditions: RouteConditions;
}

/** Where an alert goes. */
export interface Route {
  /** Counted from 0; the output after the last rule takes what no rule took. */
  readonly index: number;
  /** The name of the rule, or `unrouted`. */
  readonly name: string;
  readonly matched: boolean;
  /** Why this rule, then why none before it; `rule` is the name of the rule that speaks. */
  readonly reasons: readonly FilterReason[];
}

/** The name of the last output. */
export const UNROUTED = 'unrouted';

/** A rule as people know it: by its name, or else by its place. */
export const nameOf = ({ name }: RouteRule, index: number): string =>
  name.trim() || `rule ${index + 1}`;
