import {
  type IExecuteFunctions,
  type INodeExecutionData,
  type INodeType,
  type INodeTypeDescription,
  NodeConnectionTypes,
} from 'n8n-workflow';
import { operationsOn } from '../host/chat/operations/index';
import { chatProperties } from '../host/chat/properties';
import { sendItems } from '../host/chat/send-items';
import { destination } from './destination';
import { testTeamsWorkflow } from './test-webhook';

const operations = operationsOn(destination);

export class MicrosoftTeamsAlert implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'Microsoft Teams Alert',
    name: 'microsoftTeamsAlert',
    icon: {
      light: 'file:../../icons/teams-alert.svg',
      dark: 'file:../../icons/teams-alert.dark.svg',
    },
    group: ['output'],
    version: 1,
    subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
    description: 'Brings on-call alerts into a Microsoft Teams channel',
    defaults: { name: 'Microsoft Teams Alert' },
    usableAsTool: true,
    inputs: [NodeConnectionTypes.Main],
    outputs: [NodeConnectionTypes.Main],
    credentials: [
      {
        name: 'alertwireTeamsWorkflowApi',
        required: true,
        testedBy: 'testTeamsWorkflow',
        displayOptions: { show: { authentication: ['webhook'] }, hide: { operation: ['preview'] } },
      },
    ],
    hints: [
      {
        message:
          'A workflow cannot change what it posted: every announced event becomes a message of its own.',
        location: 'ndv',
        whenToDisplay: 'beforeExecution',
        displayCondition: '={{ $parameter["operation"] === "upsert" }}',
      },
    ],
    properties: chatProperties(destination.chat, operations),
  };

  methods = { credentialTest: { testTeamsWorkflow } };

  async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    return sendItems(this, destination, operations);
  }
}
