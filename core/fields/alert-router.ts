import type { RouteRule } from '../routing/rules';
import { type AlertFilterValues, filterRulesFrom } from './alert-filter';
import type { Field } from './field';
import { MINIMUM_SEVERITY_OPTIONS } from './options';

/** The fields of one rule. Its conditions are those of the filter that are about the alert. */
export const routeRuleFields: readonly Field[] = [
  {
    name: 'outputName',
    label: 'Output Name',
    kind: 'string',
    default: '',
    description: 'What the output is called',
    placeholder: 'e.g. payments',
  },
  {
    name: 'minimumSeverity',
    label: 'Minimum Severity',
    kind: 'options',
    default: 'any',
    description: 'The least severity this output takes',
    options: MINIMUM_SEVERITY_OPTIONS,
  },
  {
    name: 'passUnknownSeverity',
    label: 'Take Unknown Severity',
    kind: 'boolean',
    default: false,
    description: 'Whether this output also takes alerts whose platform gives no severity',
  },
  {
    name: 'sources',
    label: 'Alert Sources',
    kind: 'list',
    default: [],
    description: 'Names or IDs of the alert sources, with * and ?; empty for all',
    placeholder: 'e.g. Prometheus*',
  },
  {
    name: 'labelGroups',
    label: 'Labels',
    kind: 'label-groups',
    default: [],
    description: 'Groups are alternatives; all conditions of one group must hold',
  },
];

const row = (outputName: string, minimumSeverity: string) => ({
  outputName,
  minimumSeverity,
  passUnknownSeverity: false,
  sources: [],
  labelGroups: [],
});

/** As a router comes, an alert of unknown severity goes to *everything else*. */
export const alertRouterFields: readonly Field[] = [
  {
    name: 'rules',
    label: 'Rules',
    kind: 'rules',
    default: [row('critical', 'critical'), row('high', 'high'), row('everything else', 'any')],
    description: 'Each rule has an output; the first rule that holds takes the alert',
    fields: routeRuleFields,
  },
];

/** The values of the router's fields, as both hosts store them, as rules. */
export const routeRulesFrom = ({ rules }: AlertFilterValues): RouteRule[] =>
  (Array.isArray(rules) ? rules : []).map((value: AlertFilterValues | null) => {
    const { outputName, ...asked } = value ?? {};
    const { severity, source, labels } = filterRulesFrom({
      ...asked,
      passUnknownSeverity: asked.passUnknownSeverity === true,
    });
    return {
      name: String(outputName ?? ''),
      conditions: {
        ...(severity && { severity }),
        ...(source && { source }),
        ...(labels && { labels }),
      },
    };
  });
