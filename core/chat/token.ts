import { type Credential, type HttpAnswer, isFailure } from '../http/types';
import type { Clock, Http } from '../ports';
import type { Token, TokenRules } from './platform';

/** What a host keeps between requests of one credential. */
export interface TokenMemory {
  token?: Token;
  /** Under way: whoever needs a token meanwhile waits for this one. */
  pending?: Promise<HttpAnswer | undefined>;
}

/** A token is renewed this long before its end. */
const EARLY_MS = 5 * 60_000;

/**
 * Sends with a token, fetches one first where there is none, and once more where the chat no longer
 * takes it. Where none can be had, the answer to the request for it is the answer: no message left.
 */
export const withToken = (
  http: Http,
  rules: TokenRules,
  credential: Credential,
  memory: TokenMemory,
  clock: Pick<Clock, 'now'>,
): Http => {
  type Limits = Parameters<Http>[1];

  const fetchToken = async (limits: Limits): Promise<HttpAnswer | undefined> => {
    const answer = await http(rules.request(credential), limits);
    const token = rules.read(answer, clock.now());
    if (!token) return isFailure(answer) ? { ...answer, failed: 'not-sent' } : answer;
    memory.token = token;
    return undefined;
  };

  /** Undefined once there is one. */
  const haveToken = async (limits: Limits): Promise<HttpAnswer | undefined> => {
    if (memory.token && memory.token.expiresAt - EARLY_MS > clock.now()) return undefined;
    memory.pending ??= fetchToken(limits).finally(() => {
      delete memory.pending;
    });
    return memory.pending;
  };

  return async (request, limits) => {
    for (let fresh = false; ; fresh = true) {
      const failed = await haveToken(limits);
      if (failed) return failed;
      const value = memory.token?.value ?? '';
      const answer = await http(rules.apply(request, value), limits);
      if (fresh || !rules.refused(answer)) return answer;
      if (memory.token?.value === value) delete memory.token;
    }
  };
};
