import type { IPollFunctions } from 'n8n-workflow';
import { STORE_CREDENTIAL } from '../host/store/credential';
import { transportWith } from '../host/transport';

const TIMEOUT_MS = 10_000;

/** Tells somebody outside that this n8n is up and looks. The address is in the credential. */
export async function ping(context: IPollFunctions): Promise<void> {
  const { pingUrl } = await context.getCredentials(STORE_CREDENTIAL);
  if (String(pingUrl ?? '').trim() === '') return;
  const http = transportWith(context, STORE_CREDENTIAL);
  const answer = await http({ method: 'GET', url: '', headers: {} }, { timeoutMs: TIMEOUT_MS });
  const what = 'failed' in answer ? answer.code : answer.status >= 300 && String(answer.status);
  if (what) context.logger.warn(`The ping URL of the Alert Watch Trigger did not answer: ${what}`);
}
