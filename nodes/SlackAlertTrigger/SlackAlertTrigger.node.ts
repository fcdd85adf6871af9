import { type INodeType, type INodeTypeDescription, NodeConnectionTypes } from 'n8n-workflow';
import { credentialTestOf } from '../host/chat/test-credential';
import { ALWAYS } from '../host/credential-options';
import { OUTPUT_NAMES } from '../host/response/items';
import { lifecycleOf } from '../host/response/lifecycle';
import { responseProperties } from '../host/response/properties';
import { receiveOn } from '../host/response/receive';
import { webhooks } from '../host/response/webhooks';
import { testSigningKey } from '../host/test-signing-key';
import { bot } from '../SlackAlert/destinations';
import { authentication } from './authentication';
import { source } from './source';

const STEPS =
  'In your Slack app, paste the <b>production URL</b> from <b>Webhook URLs</b> above as <b>Request URL</b> under <b>Interactivity & Shortcuts</b>, of your command under <b>Slash Commands</b>, and, for mentions, under <b>Event Subscriptions</b>. The signing secret of the app belongs into the credential.';

export class SlackAlertTrigger implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'Slack Response Trigger',
    name: 'slackAlertTrigger',
    icon: {
      light: 'file:../../icons/slack-response.svg',
      dark: 'file:../../icons/slack-response.dark.svg',
    },
    group: ['trigger'],
    // Exactly 1: only then n8n leaves the body unread, see nodes/host/unread-body.ts
    version: 1,
    subtitle: 'buttons and commands',
    description: 'Starts when somebody presses a button on a card in Slack, or sends a command',
    eventTriggerDescription: 'Waiting for somebody to press a button or send a command',
    activationMessage:
      'What people do in Slack now starts this workflow, where it leads to the production URL, not the test URL.',
    defaults: { name: 'Slack Response Trigger' },
    inputs: [],
    outputs: [
      NodeConnectionTypes.Main,
      NodeConnectionTypes.Main,
      NodeConnectionTypes.Main,
      NodeConnectionTypes.Main,
    ],
    outputNames: OUTPUT_NAMES,
    credentials: [
      {
        name: 'alertwireSlackBotApi',
        required: true,
        testedBy: 'testSlackBot',
        displayOptions: { show: { authentication: ['bot'] } },
      },
      {
        name: 'alertwireSlackOAuth2Api',
        required: true,
        displayOptions: { show: { authentication: ['oAuth2'] } },
      },
      {
        name: 'alertwireSigningKeyApi',
        displayName: 'Signing Key',
        required: true,
        testedBy: 'testSigningKey',
        displayOptions: ALWAYS,
      },
    ],
    webhooks,
    triggerPanel: {
      header: 'Take what people answer in Slack',
      executionsHelp: {
        inactive:
          'While you build: click “Execute step”, then press a button or send a command. Paste the test URL into your Slack app for that long. Once it works: publish the workflow and use the production URL.',
        active:
          'While you build: click “Execute step”, then press a button or send a command. Paste the test URL into your Slack app for that long. The production URL runs the published workflow; its runs are listed under “Executions”.',
      },
      activationHint: 'Once the workflow is published, what people do starts it by itself.',
    },
    properties: responseProperties('slack', STEPS, [authentication]),
  };

  methods = { credentialTest: { testSlackBot: credentialTestOf(bot), testSigningKey } };

  webhookMethods = lifecycleOf(source);

  webhook = receiveOn(source);
}
