import { type INodeType, type INodeTypeDescription, NodeConnectionTypes } from 'n8n-workflow';
import { execute } from './execute';
import { properties } from './properties';

export class AlertFilter implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'Alert Filter',
    name: 'alertFilter',
    icon: {
      light: 'file:../../icons/alert-filter.svg',
      dark: 'file:../../icons/alert-filter.dark.svg',
    },
    group: ['transform'],
    version: 1,
    subtitle:
      '={{ ($parameter["minimumSeverity"] === "any" ? "all severities" : $parameter["minimumSeverity"] + " and above") + ($parameter["quietHours"] ? " · quiet " + $parameter["quietFrom"] + "–" + $parameter["quietTo"] : "") }}',
    description: 'Decides which alerts are announced, and says why the others are not',
    defaults: { name: 'Alert Filter' },
    usableAsTool: true,
    inputs: [NodeConnectionTypes.Main],
    outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main],
    outputNames: ['Passed', 'Dropped'],
    properties,
  };

  execute = execute;
}
