import type { HttpAnswer, HttpRequest } from '../http/types';
import type { Http } from '../ports';

/** One call that always has an answer, also where the host's Http breaks its promise. */
export const call = async (
  http: Http,
  request: HttpRequest,
  timeoutMs: number,
): Promise<HttpAnswer> => {
  try {
    const answer: unknown = await http(request, { timeoutMs });
    return isAnswer(answer) ? answer : BROKEN;
  } catch {
    return BROKEN;
  }
};

/** Nobody knows whether the request left: the safe reading is that it did. */
const BROKEN: HttpAnswer = { failed: 'answer-lost', code: 'EHOST' };

const isAnswer = (answer: unknown): answer is HttpAnswer => {
  if (typeof answer !== 'object' || answer === null) return false;
  const { failed, code, status, body, headers } = answer as Readonly<Record<string, unknown>>;
  if (failed !== undefined) {
    return (failed === 'not-sent' || failed === 'answer-lost') && typeof code === 'string';
  }
  const complete = typeof body === 'string' && typeof headers === 'object' && headers !== null;
  return typeof status === 'number' && complete;
};
