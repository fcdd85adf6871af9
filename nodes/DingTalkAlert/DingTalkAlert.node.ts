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
import { testDingTalkRobot } from './test-webhook';

const operations = operationsOn(destination);

export class DingTalkAlert implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'DingTalk Alert',
    name: 'dingTalkAlert',
    icon: {
      light: 'file:../../icons/dingtalk-alert.svg',
      dark: 'file:../../icons/dingtalk-alert.dark.svg',
    },
    group: ['output'],
    version: 1,
    subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
    description: 'Brings on-call alerts into a DingTalk group',
    defaults: { name: 'DingTalk Alert' },
    usableAsTool: true,
    inputs: [NodeConnectionTypes.Main],
    outputs: [NodeConnectionTypes.Main],
    credentials: [
      {
        name: 'alertwireDingTalkRobotApi',
        required: true,
        testedBy: 'testDingTalkRobot',
        displayOptions: { show: { authentication: ['webhook'] }, hide: { operation: ['preview'] } },
      },
    ],
    hints: [
      {
        message:
          'A custom robot cannot change what it posted: every announced event becomes a message of its own.',
        location: 'ndv',
        whenToDisplay: 'beforeExecution',
        displayCondition: '={{ $parameter["operation"] === "upsert" }}',
      },
    ],
    properties: chatProperties(destination.chat, operations),
  };

  methods = { credentialTest: { testDingTalkRobot } };

  async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    return sendItems(this, destination, operations);
  }
}
