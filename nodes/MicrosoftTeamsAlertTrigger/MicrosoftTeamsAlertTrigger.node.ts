import { type INodeType, type INodeTypeDescription, NodeConnectionTypes } from 'n8n-workflow';
import { credentialTestOf } from '../host/chat/test-credential';
import { ALWAYS } from '../host/credential-options';
import { OUTPUT_NAMES } from '../host/response/items';
import { lifecycleOf } from '../host/response/lifecycle';
import { responseProperties } from '../host/response/properties';
import { receiveOn } from '../host/response/receive';
import { webhooks } from '../host/response/webhooks';
import { testSigningKey } from '../host/test-signing-key';
import { bot } from '../MicrosoftTeamsAlert/destinations';
import { source } from './source';
import { testTeamsOutgoing } from './test-outgoing';

const STEPS =
  'For a bot: open your <b>Azure Bot</b>, <b>Configuration</b>, and paste the <b>production URL</b> from <b>Webhook URLs</b> above as <b>Messaging endpoint</b>. For an outgoing webhook: open <b>Manage team</b>, <b>Apps</b>, <b>Create an outgoing webhook</b>, paste it as <b>Callback URL</b>, and put the security token into the credential.';

export class MicrosoftTeamsAlertTrigger implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'Microsoft Teams Response Trigger',
    name: 'microsoftTeamsAlertTrigger',
    icon: {
      light: 'file:../../icons/teams-response.svg',
      dark: 'file:../../icons/teams-response.dark.svg',
    },
    group: ['trigger'],
    // Exactly 1: only then n8n leaves the body unread, see nodes/host/unread-body.ts
    version: 1,
    subtitle: '={{ $parameter["way"] }}',
    description:
      'Starts when somebody presses a button on a card in Microsoft Teams, or writes to the bot',
    eventTriggerDescription: 'Waiting for somebody to press a button or send a command',
    activationMessage:
      'What people do in Microsoft Teams now starts this workflow, where it leads to the production URL, not the test URL.',
    defaults: { name: 'Microsoft Teams Response Trigger' },
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
        name: 'alertwireTeamsBotApi',
        required: true,
        testedBy: 'testTeamsBot',
        displayOptions: { show: { way: ['bot'] } },
      },
      {
        name: 'alertwireTeamsOutgoingApi',
        required: true,
        testedBy: 'testTeamsOutgoing',
        displayOptions: { show: { way: ['outgoing'] } },
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
      header: 'Take what people answer in Microsoft Teams',
      executionsHelp: {
        inactive:
          'While you build: click “Execute step”, then press a button or send a command. Set the test URL as messaging endpoint for that long. Once it works: publish the workflow and use the production URL.',
        active:
          'While you build: click “Execute step”, then press a button or send a command. Set the test URL as messaging endpoint for that long. The production URL runs the published workflow; its runs are listed under “Executions”.',
      },
      activationHint: 'Once the workflow is published, what people do starts it by itself.',
    },
    properties: responseProperties('teams', STEPS),
  };

  methods = {
    credentialTest: { testTeamsBot: credentialTestOf(bot), testSigningKey, testTeamsOutgoing },
  };

  webhookMethods = lifecycleOf(source);

  webhook = receiveOn(source);
}
