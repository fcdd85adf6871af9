import { afterAll, beforeAll } from '@jest/globals';
import type { HttpRequest } from '../../../core/http/types';
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

/** A transport that puts the credential in. */
export const withCredential =
  (http: Http, authenticate: (request: HttpRequest) => HttpRequest): Http =>
  (request, limits) =>
    http(authenticate(request), limits);
