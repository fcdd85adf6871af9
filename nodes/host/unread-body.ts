import type { INodeProperties } from 'n8n-workflow';

/**
 * A webhook node of version 1 with this parameter gets the body unread, so that broken and
 * oversized bodies are ours to answer: n8n would say 422 and 500.
 * https://github.com/n8n-io/n8n/blob/master/packages/cli/src/webhooks/webhook-helpers.ts
 */
export const unreadBody: INodeProperties = {
  displayName: 'Options',
  name: 'options',
  type: 'hidden',
  default: { binaryData: true },
};
