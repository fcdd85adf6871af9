import type {
  ICredentialsDecrypted,
  ICredentialTestFunctions,
  INodeCredentialTestResult,
} from 'n8n-workflow';
import { DEFAULT_SECRET_HEADER } from '../../core/index';

/** Shorter words can be found by trying. */
const SHORTEST_SECRET = 16;

export async function testWebhookSecret(
  this: ICredentialTestFunctions,
  { data }: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
  const secret = String(data?.secret ?? '');
  if (secret.length < SHORTEST_SECRET)
    return {
      status: 'Error',
      message: `The secret has ${secret.length} characters. Use at least ${SHORTEST_SECRET}, for example the output of: openssl rand -hex 24`,
    };
  return {
    status: 'OK',
    message: `The secret is long enough. Send it as the header ${data?.headerName || DEFAULT_SECRET_HEADER}.`,
  };
}
