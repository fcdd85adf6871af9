import type { INodeType } from 'n8n-workflow';
import { description } from './description';
import { testWebhookSecret } from './test-secret';
import { webhook } from './webhook';

export class AlertTrigger implements INodeType {
  description = description;

  methods = { credentialTest: { testWebhookSecret } };

  /** The address is pasted into the on-call platform by hand: there is nothing to register. */
  webhookMethods = {
    default: {
      checkExists: async () => true,
      create: async () => true,
      delete: async () => true,
    },
  };

  webhook = webhook;
}
