import { type INodeType, type INodeTypeDescription, NodeConnectionTypes } from 'n8n-workflow';
import { credentialTestOf } from '../host/chat/test-credential';
import { ALWAYS } from '../host/credential-options';
import { OUTPUT_NAMES } from '../host/response/items';
import { lifecycleOf } from '../host/response/lifecycle';
import { responseProperties } from '../host/response/properties';
import { receiveOn } from '../host/response/receive';
import { webhooks } from '../host/response/webhooks';
import { testSigningKey } from '../host/test-signing-key';
import { bot } from '../MattermostAlert/destinations';
import { source } from './source';

const STEPS =
  'Copy the <b>production URL</b> from <b>Webhook URLs</b> above into <b>Response Address</b> of the node that sends the cards. For commands, open <b>Integrations</b>, <b>Slash Commands</b> in Mattermost, add one with this <b>Request URL</b> and the <b>Request Method</b> POST, and put its token into the credential. The server has to be allowed to call this address: <b>AllowedUntrustedInternalConnections</b>.';

export class MattermostAlertTrigger implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'Mattermost Response Trigger',
    name: 'mattermostAlertTrigger',
    icon: {
      light: 'file:../../icons/mattermost-response.svg',
      dark: 'file:../../icons/mattermost-response.dark.svg',
    },
    group: ['trigger'],
    // Exactly 1: only then n8n leaves the body unread, see nodes/host/unread-body.ts
    version: 1,
    subtitle: 'buttons and commands',
    description:
      'Starts when somebody presses a button on a card in Mattermost, or sends a command',
    eventTriggerDescription: 'Waiting for somebody to press a button or send a command',
    activationMessage:
      'What people do in Mattermost now starts this workflow, where it leads to the production URL, not the test URL.',
    defaults: { name: 'Mattermost Response Trigger' },
    inputs: [],
    outputs: [
      NodeConnectionTypes.Main,
      NodeConnectionTypes.Main,
      NodeConnectionTypes.Main,
      NodeConnectionTypes.Main,
    ],
    outputNames: OUTPUT_NAMES,
    credentials: [
      { name: 'alertwireMattermostBotApi', required: true, testedBy: 'testMattermostBot' },
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
      header: 'Take what people answer in Mattermost',
      executionsHelp: {
        inactive:
          'While you build: click “Execute step”, then press a button or send a command. Send a card with the test URL as its Response Address for that long. Once it works: publish the workflow and use the production URL.',
        active:
          'While you build: click “Execute step”, then press a button or send a command. Send a card with the test URL as its Response Address for that long. The production URL runs the published workflow; its runs are listed under “Executions”.',
      },
      activationHint: 'Once the workflow is published, what people do starts it by itself.',
    },
    properties: responseProperties('mattermost', STEPS),
  };

  methods = { credentialTest: { testMattermostBot: credentialTestOf(bot), testSigningKey } };

  webhookMethods = lifecycleOf(source);

  webhook = receiveOn(source);
}
