import { type INodeType, type INodeTypeDescription, NodeConnectionTypes } from 'n8n-workflow';
import { credentialTestOf } from '../host/chat/test-credential';
import { ALWAYS } from '../host/credential-options';
import { OUTPUT_NAMES } from '../host/response/items';
import { keepOpen } from '../host/response/keep-open';
import { socketProperties } from '../host/response/properties';
import { testSigningKey } from '../host/test-signing-key';
import { bot } from '../SlackAlert/destinations';
import { authentication } from '../SlackAlertTrigger/authentication';
import { source } from '../SlackAlertTrigger/source';

const STEPS =
  'In your Slack app, turn on <b>Socket Mode</b>, create an <b>App-Level Token</b> with the scope <b>connections:write</b> under <b>Basic Information</b>, and put it into the credential. Slack gives each event to one connection only: while you listen for a test event here, a published workflow with the same app misses some.';

export class SlackSocketAlertTrigger implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'Slack Socket Response Trigger',
    name: 'slackSocketAlertTrigger',
    icon: {
      light: 'file:../../icons/slack-response.svg',
      dark: 'file:../../icons/slack-response.dark.svg',
    },
    group: ['trigger'],
    version: 1,
    subtitle: 'Socket Mode',
    description:
      'Starts when somebody presses a button or sends a command in Slack, without a public address',
    eventTriggerDescription: 'Waiting for somebody to press a button or send a command',
    defaults: { name: 'Slack Socket Response Trigger' },
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
    triggerPanel: {
      header: 'Take what people answer in Slack',
      executionsHelp: {
        inactive:
          'While you build: click “Execute step”, then press a button or send a command. Once it works: publish the workflow.',
        active:
          'While you build: click “Execute step”, then press a button or send a command; the published workflow may get it in the place of this test. Its runs are listed under “Executions”.',
      },
      activationHint: 'Once the workflow is published, what people do starts it by itself.',
    },
    properties: socketProperties('slack', STEPS, [authentication]),
  };

  methods = { credentialTest: { testSlackBot: credentialTestOf(bot), testSigningKey } };

  trigger = keepOpen(source);
}
