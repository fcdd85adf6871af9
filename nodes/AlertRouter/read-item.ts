import type { IExecuteFunctions } from 'n8n-workflow';
import {
  alertRouterFields,
  checkRoutes,
  compileRouter,
  type Problem,
  type Route,
  readAlertEvent,
  routeRulesFrom,
} from '../../core/index';
import { readFields } from '../host/field-values';
import { perItem } from '../host/per-item';

export interface Reader {
  /** One for each rule, and the last. Expressions change the values of rules, never their number. */
  readonly outputs: number;
  route(itemIndex: number): Routed | Unreadable;
}

interface Routed {
  readonly route: Route;
}

interface Unreadable {
  readonly problem: Problem;
}

/** Where the alert of an item goes, by rules whose values may be expressions. */
export function itemReader(context: IExecuteFunctions): Reader {
  const rulesOf = perItem(context, (index) => {
    const rules = routeRulesFrom(readFields(context, alertRouterFields, index));
    const [problem] = checkRoutes(rules);
    return { problem, router: compileRouter(rules), outputs: rules.length + 1 };
  });
  return {
    outputs: rulesOf(0).outputs,
    route(index) {
      const { problem, router } = rulesOf(index);
      if (problem) return { problem };
      const read = readAlertEvent(context.getInputData()[index]?.json);
      return read.ok ? { route: router(read.event) } : { problem: read.problem };
    },
  };
}
