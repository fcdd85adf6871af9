import type { IWebhookFunctions } from 'n8n-workflow';
import type { Refusal } from './refuse';

/** n8n's own limit on bodies stands in N8N_PAYLOAD_SIZE_MAX. */
const TOO_LARGE: Refusal = { status: 413, reason: 'The body is larger than this n8n accepts.' };
const UNREADABLE: Refusal = { status: 400, reason: 'The body could not be read to its end.' };

/** n8n adds readRawBody() to the request: https://github.com/n8n-io/n8n/blob/master/packages/cli/src/middlewares/body-parser.ts */
export async function readBody(context: IWebhookFunctions): Promise<Uint8Array | Refusal> {
  const request = context.getRequestObject();
  try {
    await request.readRawBody();
    return request.rawBody ?? new Uint8Array();
  } catch (thrown) {
    return isTooLarge(thrown) ? TOO_LARGE : UNREADABLE;
  }
}

const isTooLarge = (thrown: unknown): boolean =>
  thrown instanceof Error && 'type' in thrown && thrown.type === 'entity.too.large';
