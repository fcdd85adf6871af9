import type { HttpAnswer, HttpRequest } from '../../core/http/types';
import type { Http } from '../../core/ports';

/** An Http over real sockets. A refused connection is the only failure that is surely not sent. */
export const fetchHttp =
  (authenticate: (request: HttpRequest) => HttpRequest): Http =>
  async (request, { timeoutMs }) => {
    const { url, method, headers, body = null } = authenticate(request);
    try {
      const signal = AbortSignal.timeout(timeoutMs);
      const sent = { method, headers, body, signal, redirect: 'manual' } as const;
      const response = await fetch(url, sent);
      const answer = { status: response.status, headers: Object.fromEntries(response.headers) };
      return { ...answer, body: await response.text() };
    } catch (thrown) {
      return failure(thrown);
    }
  };

const failure = (thrown: unknown): HttpAnswer => {
  const { name, cause } = thrown as { name: string; cause?: { code?: string } };
  const code = cause?.code ?? name;
  return { failed: code === 'ECONNREFUSED' ? 'not-sent' : 'answer-lost', code };
};
