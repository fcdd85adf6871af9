import type {
  ICredentialsDecrypted,
  ICredentialTestFunctions,
  INodeCredentialTestResult,
} from 'n8n-workflow';
import { hasKey } from '../../core/index';

/** Whether the key is long enough; nobody is asked. */
export async function testSigningKey(
  this: ICredentialTestFunctions,
  { data = {} }: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
  const [key, previousKey] = [data.key, data.previousKey].map((one) => String(one ?? ''));
  if (!hasKey({ key: key ?? '' })) return short('The signing key');
  return previousKey && !hasKey({ key: previousKey })
    ? short('The previous signing key')
    : {
        status: 'OK',
        message: 'The key is long enough. Give senders and response triggers the same one.',
      };
}

const short = (what: string): INodeCredentialTestResult => ({
  status: 'Error',
  message: `${what} has fewer than 32 characters. Make one with "openssl rand -hex 32".`,
});
