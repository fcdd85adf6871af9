import type { AlertEvent } from '../alert/event';
import type { FilterReason } from '../filter/rules';
import { compileRule } from './compile-rule';
import { nameOf, type Route, type RouteRule, UNROUTED } from './rules';

export type Router = (event: AlertEvent) => Route;

/**
 * The first rule that holds takes the alert; neither compiling nor the router ever throws. An alert
 * keeps its output as long as its severity, source and labels stay; one whose priority changes goes
 * to the output of its new severity from then on. A test goes the way of its own severity, so that
 * it shows where such alerts arrive.
 */
export const compileRouter = (rules: readonly RouteRule[]): Router => {
  const compiled = rules.map((rule, index) => ({
    name: nameOf(rule, index),
    check: compileRule(rule.conditions),
  }));
  return (event) => {
    const passedOver: FilterReason[] = [];
    for (const [index, { name, check }] of compiled.entries()) {
      const { holds, sentences } = check(event);
      const reasons = sentences.map((message) => ({ rule: name, message }));
      if (holds) return { index, name, matched: true, reasons: [...reasons, ...passedOver] };
      passedOver.push(...reasons);
    }
    return { index: rules.length, name: UNROUTED, matched: false, reasons: passedOver };
  };
};
