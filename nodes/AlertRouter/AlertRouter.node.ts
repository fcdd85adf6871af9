import { type INodeType, type INodeTypeDescription, NodeConnectionTypes } from 'n8n-workflow';
import { execute } from './execute';
import { properties } from './properties';

export class AlertRouter implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'Alert Router',
    name: 'alertRouter',
    icon: {
      light: 'file:../../icons/alert-router.svg',
      dark: 'file:../../icons/alert-router.dark.svg',
    },
    group: ['transform'],
    version: 1,
    subtitle:
      '={{ ($parameter["rules"]?.rules ?? []).map((rule, index) => rule.outputName || "rule " + (index + 1)).join(" · ") }}',
    description: 'Sends each alert to the output of the first rule that takes it',
    defaults: { name: 'Alert Router' },
    usableAsTool: true,
    inputs: [NodeConnectionTypes.Main],
    outputs: `={{ [...($parameter["rules"]?.rules ?? []).map((rule, index) => rule.outputName || "rule " + (index + 1)), "unrouted"].map((displayName) => ({ type: "${NodeConnectionTypes.Main}", displayName })) }}`,
    hints: [
      {
        message:
          'A rule takes every alert and is not the last one: the rules below it get none. Sort it to the end.',
        type: 'warning',
        location: 'ndv',
        whenToDisplay: 'always',
        displayCondition:
          '={{ ($parameter["rules"]?.rules ?? []).slice(0, -1).some((rule) => (rule.minimumSeverity ?? "any") === "any" && !rule.sources?.length && !rule.labelGroups?.groups?.length) }}',
      },
      {
        message:
          'Connections stay with the place of an output: after sorting or removing rules, look at them again.',
        location: 'ndv',
        whenToDisplay: 'beforeExecution',
      },
    ],
    properties,
  };

  execute = execute;
}
