import {
  type IExecuteFunctions,
  type INodeExecutionData,
  type INodeType,
  type INodeTypeDescription,
  NodeConnectionTypes,
} from 'n8n-workflow';
import { testOnCall } from '../host/oncall/test-credential';
import { execute } from './execute';
import { OTHERS, properties } from './properties';
import { listSearch } from './search';

export class OnCallAction implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'On-Call Action',
    name: 'onCallAction',
    icon: {
      light: 'file:../../icons/on-call-action.svg',
      dark: 'file:../../icons/on-call-action.dark.svg',
    },
    group: ['output'],
    version: 1,
    subtitle: '={{ $parameter["operation"] + ": " + $parameter["platform"] }}',
    description: 'Accepts, resolves, escalates and creates alerts at an on-call platform',
    defaults: { name: 'On-Call Action' },
    usableAsTool: true,
    inputs: [NodeConnectionTypes.Main],
    outputs: [NodeConnectionTypes.Main],
    credentials: [
      {
        name: 'alertwireIlertApi',
        displayName: 'ilert',
        testedBy: 'testIlert',
        displayOptions: { show: { authentication: ['apiKey'] }, hide: { platform: OTHERS } },
      },
      {
        name: 'alertwireIlertOAuth2Api',
        displayName: 'ilert',
        displayOptions: { show: { authentication: ['oAuth2'] }, hide: { platform: OTHERS } },
      },
      {
        name: 'alertwireFlashdutyApi',
        displayName: 'Flashduty',
        testedBy: 'testFlashduty',
        displayOptions: { show: { platform: ['input', 'flashduty'] } },
      },
    ],
    properties,
  };

  methods = {
    credentialTest: { testIlert: testOnCall('ilert'), testFlashduty: testOnCall('flashduty') },
    listSearch,
  };

  async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    return execute(this);
  }
}
