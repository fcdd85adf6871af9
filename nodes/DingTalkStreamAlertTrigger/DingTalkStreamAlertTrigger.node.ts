import { type INodeType, type INodeTypeDescription, NodeConnectionTypes } from 'n8n-workflow';
import { bot } from '../DingTalkAlert/destinations';
import { source } from '../DingTalkAlertTrigger/source';
import { credentialTestOf } from '../host/chat/test-credential';
import { ALWAYS } from '../host/credential-options';
import { OUTPUT_NAMES } from '../host/response/items';
import { keepOpen } from '../host/response/keep-open';
import { socketProperties } from '../host/response/properties';
import { testSigningKey } from '../host/test-signing-key';

const STEPS =
  'In the <b>DingTalk developer console</b>, choose <b>Stream mode</b> for the robot of your app. In the node that sends the cards, leave <b>Buttons Answer By</b> at <b>Stream</b>. DingTalk gives each event to one connection only: while you listen for a test event here, a published workflow with the same app misses some.';

export class DingTalkStreamAlertTrigger implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'DingTalk Stream Response Trigger',
    name: 'dingTalkStreamAlertTrigger',
    icon: {
      light: 'file:../../icons/dingtalk-response.svg',
      dark: 'file:../../icons/dingtalk-response.dark.svg',
    },
    group: ['trigger'],
    version: 1,
    subtitle: 'Stream',
    description:
      'Starts when somebody presses a button or writes to the robot in DingTalk, without a public address',
    eventTriggerDescription: 'Waiting for somebody to press a button or send a command',
    defaults: { name: 'DingTalk Stream Response Trigger' },
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
    triggerPanel: {
      header: 'Take what people answer in DingTalk',
      executionsHelp: {
        inactive:
          'While you build: click “Execute step”, then press a button or send a command. Once it works: publish the workflow.',
        active:
          'While you build: click “Execute step”, then press a button or send a command; the published workflow may get it in the place of this test. Its runs are listed under “Executions”.',
      },
      activationHint: 'Once the workflow is published, what people do starts it by itself.',
    },
    properties: socketProperties('dingtalk', STEPS),
  };

  methods = { credentialTest: { testDingTalkApp: credentialTestOf(bot), testSigningKey } };

  trigger = keepOpen(source);
}
