import { afterAll, beforeAll } from '@jest/globals';
import type { HttpAnswer, HttpRequest } from '../../../core/http/types';
import type { Http } from '../../../core/ports';
import { createDispatcher } from '../../../node-red/host/net/dispatcher';
import { createTransport } from '../../../node-red/host/net/transport';

/** What Node-RED's senders send through. */
export const useNodeRedHttp = (): Http => {
  let dispatcher: ReturnType<typeof createDispatcher>;
  beforeAll(() => {
    dispatcher = createDispatcher();
  });
  afterAll(() => dispatcher.destroy());
  return (request, limits) => createTransport(dispatcher)(request, limits);
};

/** The simplest host: fetch. A refused connection is the only failure that is surely not sent. */
export const fetchHttp: Http = async ({ url, method, headers, body = null }, { timeoutMs }) => {
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

/** A transport that puts the credential in. */
export const withCredential =
  (http: Http, authenticate: (request: HttpRequest) => HttpRequest): Http =>
  (request, limits) =>
    http(authenticate(request), limits);
