import type { IWebhookDescription } from 'n8n-workflow';

/** `onReceived`, but the node answers by itself, before n8n does anything. */
const answering = { path: 'alertwire', responseMode: 'onReceived', responseData: '' };

/** The one address of a response trigger; whoever only looks at it is told so. */
export const webhooks: IWebhookDescription[] = [
  { name: 'default', httpMethod: 'POST', ...answering },
  { name: 'setup', httpMethod: 'GET', ...answering, ndvHideUrl: true },
];
