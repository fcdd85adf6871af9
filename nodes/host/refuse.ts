import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

export interface Refusal {
  readonly status: number;
  readonly reason: string;
}

/** Answers by hand: whatever webhook() throws becomes 500 and a failed execution. */
export function refuse(
  context: IWebhookFunctions,
  { status, reason }: Refusal,
): IWebhookResponseData {
  context.getResponseObject().status(status).json({ message: reason });
  return { noWebhookResponse: true };
}
