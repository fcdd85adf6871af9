import {
  type IExecuteFunctions,
  type INodeExecutionData,
  type INodeType,
  type INodeTypeDescription,
  NodeConnectionTypes,
} from 'n8n-workflow';
import { searchIn } from '../host/chat/lists';
import { operationsOn } from '../host/chat/operations/index';
import { chatProperties } from '../host/chat/properties';
import { sendItems } from '../host/chat/send-items';
import { credentialTestOf } from '../host/chat/test-credential';
import { WHERE_BUTTONS, WHERE_CARDS } from '../host/credential-options';
import { testStore } from '../host/store/test-store';
import { testSigningKey } from '../host/test-signing-key';
import { bot, destinations, webhook } from './destinations';

const operations = operationsOn('slack');

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
      {
        name: 'alertwireSlackBotApi',
        required: true,
        testedBy: 'testSlackBot',
        displayOptions: { show: { authentication: ['bot'] }, hide: { operation: ['preview'] } },
      },
      {
        name: 'alertwireSlackOAuth2Api',
        required: true,
        displayOptions: { show: { authentication: ['oAuth2'] }, hide: { operation: ['preview'] } },
      },
      {
        name: 'alertwireStoreApi',
        displayName: 'Store',
        required: false,
        testedBy: 'testStore',
        displayOptions: WHERE_CARDS,
      },
      {
        name: 'alertwireSigningKeyApi',
        displayName: 'Signing Key',
        required: true,
        testedBy: 'testSigningKey',
        displayOptions: WHERE_BUTTONS,
      },
    ],
    hints: [
      {
        message:
          'An incoming webhook cannot change what it posted: every announced event becomes a message of its own.',
        location: 'ndv',
        whenToDisplay: 'beforeExecution',
        displayCondition:
          '={{ $parameter["operation"] === "upsert" && $parameter["authentication"] === "webhook" }}',
      },
    ],
    properties: chatProperties(destinations, operations),
  };

  methods = {
    credentialTest: {
      testSlackWebhook: credentialTestOf(webhook),
      testSlackBot: credentialTestOf(bot),
      testStore,
      testSigningKey,
    },
    listSearch: {
      searchChannels: searchIn(destinations, 'channels'),
      searchPeople: searchIn(destinations, 'people'),
    },
  };

  async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    return sendItems(this, destinations, operations);
  }
}
