import type { HttpAnswer } from '../../../core/index';

/** `sent` is whether a connection stood and the request was on its way. */
export const failureOf = (thrown: unknown, sent: boolean): HttpAnswer => ({
  failed: sent ? 'answer-lost' : 'not-sent',
  code: codeOf(thrown),
});

/** Errors of the system have a word as their code; a time-out has only its name. */
const codeOf = (thrown: unknown): string => {
  if (typeof thrown !== 'object' || thrown === null) return 'UNKNOWN';
  const { name, code, cause } = thrown as Readonly<Record<string, unknown>>;
  if (name === 'TimeoutError') return 'ETIMEDOUT';
  if (typeof code === 'string') return code;
  return cause === undefined ? String(name) : codeOf(cause);
};
