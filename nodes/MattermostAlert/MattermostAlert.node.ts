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
import { testMattermostWebhook } from './test-webhook';

const operations = operationsOn(destination);

export class MattermostAlert implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'Mattermost Alert',
    name: 'mattermostAlert',
    icon: {
      light: 'file:../../icons/mattermost-alert.svg',
      dark: 'file:../../icons/mattermost-alert.dark.svg',
    },
    group: ['output'],
    version: 1,
    subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
    description: 'Brings on-call alerts into a Mattermost channel',
    defaults: { name: 'Mattermost Alert' },
    usableAsTool: true,
    inputs: [NodeConnectionTypes.Main],
    outputs: [NodeConnectionTypes.Main],
    credentials: [
      {
        name: 'alertwireMattermostWebhookApi',
        required: true,
        testedBy: 'testMattermostWebhook',
        displayOptions: { show: { authentication: ['webhook'] }, hide: { operation: ['preview'] } },
      },
    ],
    hints: [
      {
        message:
          'An incoming webhook cannot change what it posted: every announced event becomes a message of its own.',
        location: 'ndv',
        whenToDisplay: 'beforeExecution',
        displayCondition: '={{ $parameter["operation"] === "upsert" }}',
      },
    ],
    properties: chatProperties(destination.chat, operations),
  };

  methods = { credentialTest: { testMattermostWebhook } };

  async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    return sendItems(this, destination, operations);
  }
}
