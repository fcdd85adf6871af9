import type { IExecuteFunctions, INodeExecutionData, INodeType } from 'n8n-workflow';
import { sendItems } from '../host/chat/send-items';
import { testSlackWebhook } from './credential-test';
import { description } from './description';
import { destination } from './destination';
import { operations } from './operations/index';

export class SlackAlert implements INodeType {
  description = description;

  methods = { credentialTest: { testSlackWebhook } };

  async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    return sendItems(this, destination, operations);
  }
}
