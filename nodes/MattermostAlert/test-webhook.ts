import type {
  ICredentialsDecrypted,
  ICredentialTestFunctions,
  INodeCredentialTestResult,
} from 'n8n-workflow';
import { testCredential } from '../host/chat/test-credential';
import { destination } from './destination';

export async function testMattermostWebhook(
  this: ICredentialTestFunctions,
  { data }: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
  const { request } = this.helpers;
  return testCredential(request, destination, data);
}
