import type {
  ICredentialsDecrypted,
  ICredentialTestFunctions,
  INodeCredentialTestResult,
} from 'n8n-workflow';
import type { HttpAnswer } from '../../../core/index';
import { askOnce } from '../ask-once';
import { authenticateStore } from './credential';
import { notTheApi, refusalOf } from './problems';

/** Lists the tables. */
export async function testStore(
  this: ICredentialTestFunctions,
  { data = {} }: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
  const { request } = this.helpers;
  const { url, headers } = await authenticateStore(data, { url: '/api/v1/data-tables?limit=1' });
  const answer = await askOnce(request, {
    method: 'GET',
    url,
    headers: { ...headers } as Record<string, string>,
  });
  if (isList(answer)) {
    return { status: 'OK', message: 'n8n knows the API key, and lists its data tables.' };
  }
  const good = !('failed' in answer) && answer.status < 300;
  const { message, hint } = good ? notTheApi : refusalOf(answer);
  return { status: 'Error', message: `${message} ${hint}` };
}

const isList = (answer: HttpAnswer): boolean =>
  !('failed' in answer) && answer.status === 200 && /^\s*\{"data":\[/.test(answer.body);
