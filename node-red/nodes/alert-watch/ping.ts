import type { Problem } from '../../../core/index';
import { createDispatcher } from '../../host/net/dispatcher';
import { createTransport } from '../../host/net/transport';

const TIMEOUT_MS = 10_000;

/** Calls an address that is a secret; nothing of it is in what is said about it. */
export async function ping(address: string): Promise<Problem | undefined> {
  if (!isWebAddress(address)) return NO_ADDRESS;
  const dispatcher = createDispatcher();
  try {
    const request = { method: 'GET' as const, url: address, headers: {} };
    const answer = await createTransport(dispatcher)(request, { timeoutMs: TIMEOUT_MS });
    if ('failed' in answer) return problem(`did not answer: ${answer.code}`);
    const isGood = answer.status >= 200 && answer.status < 300;
    return isGood ? undefined : problem(`answered ${answer.status}`);
  } finally {
    await dispatcher.close();
  }
}

const isWebAddress = (address: string): boolean =>
  /^https?:\/\//i.test(address) && URL.canParse(address);

const problem = (what: string): Problem => ({
  code: 'watch.ping_failed',
  message: `The address of the ping ${what}.`,
  hint: 'Check the address in the node, and the way there.',
});

const NO_ADDRESS: Problem = {
  code: 'watch.bad_ping_url',
  message: 'The ping URL is no web address.',
  hint: 'Enter the whole address, from https:// on.',
};
