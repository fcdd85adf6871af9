import {
  type IExecuteFunctions,
  type INodeExecutionData,
  type INodeType,
  type INodeTypeDescription,
  NodeConnectionTypes,
} from 'n8n-workflow';
import { testStore } from '../host/store/test-store';
import { recordHeartbeats } from './execute';
import { watchProperties } from './properties';

export class AlertWatch implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'Alert Watch',
    name: 'alertWatch',
    icon: {
      light: 'file:../../icons/alert-watch.svg',
      dark: 'file:../../icons/alert-watch.dark.svg',
    },
    group: ['transform'],
    version: 1,
    subtitle: '={{ "every " + $parameter["heartbeatEveryMinutes"] + " min" }}',
    description: 'Remembers when a source of alerts was heard, so that its silence is noticed',
    defaults: { name: 'Alert Watch' },
    usableAsTool: true,
    inputs: [NodeConnectionTypes.Main],
    outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main],
    outputNames: ['Passed On', 'Heard Again'],
    credentials: [{ name: 'alertwireStoreApi', required: true, testedBy: 'testStore' }],
    hints: [
      {
        message:
          "The 'Alert Watch Trigger' tells when a source is silent for too long. Wire 'Heard Again' to the same chat.",
        location: 'ndv',
        whenToDisplay: 'beforeExecution',
      },
    ],
    properties: watchProperties,
  };

  methods = { credentialTest: { testStore } };

  async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    return recordHeartbeats(this);
  }
}
