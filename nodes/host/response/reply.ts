import type { IWebhookFunctions } from 'n8n-workflow';
import type { InboundReply } from '../../../core/index';

/** Answers by hand, at once: a chat waits for seconds, and not for what the workflow does. */
export function writeReply(
  context: IWebhookFunctions,
  { status, headers, body }: InboundReply,
): void {
  const response = context.getResponseObject();
  response.statusCode = status;
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  response.end(body);
}
