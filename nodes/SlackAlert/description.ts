import { type INodeTypeDescription, NodeConnectionTypes } from 'n8n-workflow';
import { slackAlertFields } from '../../core/index';
import { headProperties } from '../host/chat/properties';
import { destination } from './destination';
import { operations } from './operations/index';

export const description: INodeTypeDescription = {
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
      name: destination.credentialType,
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
  properties: [
    ...headProperties(slackAlertFields),
    ...operations.flatMap((operation) => operation.description),
  ],
};
