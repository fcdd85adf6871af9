import { type INodeType, type INodeTypeDescription, NodeConnectionTypes } from 'n8n-workflow';
import { bot } from '../DingTalkAlert/destinations';
import { credentialTestOf } from '../host/chat/test-credential';
import { ALWAYS } from '../host/credential-options';
import { OUTPUT_NAMES } from '../host/response/items';
import { lifecycleOf } from '../host/response/lifecycle';
import { responseProperties } from '../host/response/properties';
import { receiveOn } from '../host/response/receive';
import { webhooks } from '../host/response/webhooks';
import { testSigningKey } from '../host/test-signing-key';
import { source } from './source';

const STEPS =
  'In the node that sends the cards, set <b>Buttons Answer By</b> to <b>HTTP</b>: DingTalk is told the production URL when this workflow is published. For commands, open your app in the <b>DingTalk developer console</b>, <b>Robot</b>, choose <b>HTTP mode</b> and paste the <b>production URL</b> from <b>Webhook URLs</b> above as <b>message receiving address</b>. Without a public address, use the DingTalk Stream Response Trigger.';

export class DingTalkAlertTrigger implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'DingTalk Response Trigger',
    name: 'dingTalkAlertTrigger',
    icon: {
      light: 'file:../../icons/dingtalk-response.svg',
      dark: 'file:../../icons/dingtalk-response.dark.svg',
    },
    group: ['trigger'],
    // Exactly 1: only then n8n leaves the body unread, see nodes/host/unread-body.ts
    version: 1,
    subtitle: 'buttons and commands',
    description:
      'Starts when somebody presses a button on a card in DingTalk, or writes to the robot',
    eventTriggerDescription: 'Waiting for somebody to press a button or send a command',
    activationMessage:
      'What people do in DingTalk now starts this workflow, where it leads to the production URL, not the test URL.',
    defaults: { name: 'DingTalk Response Trigger' },
    inputs: [],
    outputs: [
      NodeConnectionTypes.Main,
      NodeConnectionTypes.Main,
      NodeConnectionTypes.Main,
      NodeConnectionTypes.Main,
    ],
    outputNames: OUTPUT_NAMES,
    credentials: [
      { name: 'alertwireDingTalkAppApi', required: true, testedBy: 'testDingTalkApp' },
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
      header: 'Take what people answer in DingTalk',
      executionsHelp: {
        inactive:
          'While you build: click “Execute step”, then press a button or send a command. Only messages to the robot can come to the test URL: presses go where the published workflow is. Once it works: publish the workflow and use the production URL.',
        active:
          'While you build: click “Execute step”, then press a button or send a command. Only messages to the robot can come to the test URL: presses go where the published workflow is. The production URL runs the published workflow; its runs are listed under “Executions”.',
      },
      activationHint: 'Once the workflow is published, what people do starts it by itself.',
    },
    properties: responseProperties('dingtalk', STEPS),
  };

  methods = { credentialTest: { testDingTalkApp: credentialTestOf(bot), testSigningKey } };

  webhookMethods = lifecycleOf(source);

  webhook = receiveOn(source);
}
