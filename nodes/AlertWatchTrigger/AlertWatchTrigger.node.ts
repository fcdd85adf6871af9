import {
  type INodeExecutionData,
  type INodeType,
  type INodeTypeDescription,
  type IPollFunctions,
  NodeConnectionTypes,
} from 'n8n-workflow';
import { testStore } from '../host/store/test-store';
import { watchTriggerProperties } from './properties';
import { sweep } from './sweep';

export class AlertWatchTrigger implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'Alert Watch Trigger',
    name: 'alertWatchTrigger',
    icon: {
      light: 'file:../../icons/alert-watch.svg',
      dark: 'file:../../icons/alert-watch.dark.svg',
    },
    group: ['trigger'],
    version: 1,
    subtitle: '={{ "not accepted after " + $parameter["notAcceptedAfterMinutes"] + " min" }}',
    description:
      'Starts where nobody accepts an alert, a message did not arrive, or a source of alerts is silent',
    defaults: { name: 'Alert Watch Trigger' },
    polling: true,
    inputs: [],
    outputs: [
      NodeConnectionTypes.Main,
      NodeConnectionTypes.Main,
      NodeConnectionTypes.Main,
      NodeConnectionTypes.Main,
    ],
    outputNames: ['Not Accepted', 'Undelivered', 'Heartbeat Lost', 'Pending'],
    credentials: [{ name: 'alertwireStoreApi', required: true, testedBy: 'testStore' }],
    properties: watchTriggerProperties,
  };

  methods = { credentialTest: { testStore } };

  async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
    return sweep(this);
  }
}
