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
import { testSlackWebhook } from './test-webhook';

const operations = operationsOn(destination);

export class SlackAlert implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'Slack Alert',
    name: 'slackAlert',
    icon: {
      light: 'file:../../icons/slack-alert.svg',
      dark: 'file:../../icons/slack-alert.dark.svg',
    },
    group: ['output'],
    version: 1,
    subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
    description: 'Brings on-call alerts into a Slack channel',
    defaults: { name: 'Slack Alert' },
    usableAsTool: true,
    inputs: [NodeConnectionTypes.Main],
    outputs: [NodeConnectionTypes.Main],
    credentials: [
      {
        name: 'alertwireSlackWebhookApi',
        required: true,
        testedBy: 'testSlackWebhook',
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

  methods = { credentialTest: { testSlackWebhook } };

  async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    return sendItems(this, destination, operations);
  }
}
