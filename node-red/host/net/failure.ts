import type { HttpAnswer } from '../../../core/index';

/** `sent` is whether a connection stood and the request was on its way. */
export const failureOf = (thrown: unknown, sent: boolean): HttpAnswer => ({
  failed: sent ? 'answer-lost' : 'not-sent',
  code: codeOf(thrown),
});

const codeOf = (thrown: unknown): string => {
  if (!(thrown instanceof Error)) return 'UNKNOWN';
  if (thrown.name === 'TimeoutError') return 'ETIMEDOUT';
  const code = (thrown as { code?: unknown }).code;
  if (typeof code === 'string') return code;
  return thrown.cause === undefined ? thrown.name : codeOf(thrown.cause);
};
