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

const operations = operationsOn('mattermost');

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
      {
        name: 'alertwireMattermostBotApi',
        required: true,
        testedBy: 'testMattermostBot',
        displayOptions: { show: { authentication: ['bot'] }, hide: { operation: ['preview'] } },
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
      {
        message:
          'Buttons in Mattermost need a Response Address: the production URL of the Mattermost Response Trigger.',
        location: 'ndv',
        whenToDisplay: 'beforeExecution',
        displayCondition:
          '={{ ["upsert", "deliverPending"].includes($parameter["operation"]) && $parameter["buttons"] === "callback" && !$parameter["answerAddress"] }}',
      },
    ],
    properties: chatProperties(destinations, operations),
  };

  methods = {
    credentialTest: {
      testMattermostWebhook: credentialTestOf(webhook),
      testMattermostBot: credentialTestOf(bot),
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
