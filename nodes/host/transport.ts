import type {
  IExecuteFunctions,
  IHookFunctions,
  IHttpRequestOptions,
  ILoadOptionsFunctions,
  IN8nHttpFullResponse,
  IPollFunctions,
  ITriggerFunctions,
  IWebhookFunctions,
} from 'n8n-workflow';
import type { Http, HttpAnswer, HttpRequest } from '../../core/index';
import { failureOf } from './network-failure';

/** A list of 200 channels is the longest answer of a chat; the rest is somebody else's page. */
const LONGEST_ANSWER = 4 * 1024 * 1024;

/** Where n8n sends requests with credentials. */
export type Authenticated =
  | IExecuteFunctions
  | IHookFunctions
  | ILoadOptionsFunctions
  | IPollFunctions
  | ITriggerFunctions
  | IWebhookFunctions;

/** The core's way to the network: n8n's own, with the credential put in by n8n. */
export const transportWith =
  (context: Authenticated, credentialType: string, longest = LONGEST_ANSWER): Http =>
  (request, { timeoutMs }) =>
    Promise.race([
      answered(
        () =>
          context.helpers.httpRequestWithAuthentication.call(
            context,
            credentialType,
            optionsOf(request, timeoutMs),
          ),
        longest,
      ),
      answerLostAfter(timeoutMs),
    ]);

/** The same without a credential, for an address that is itself the proof. */
export const plainTransport =
  (context: Authenticated): Http =>
  (request, { timeoutMs }) =>
    Promise.race([
      answered(() => context.helpers.httpRequest(optionsOf(request, timeoutMs)), LONGEST_ANSWER),
      answerLostAfter(timeoutMs),
    ]);

async function answered(ask: () => Promise<unknown>, longest: number): Promise<HttpAnswer> {
  try {
    return answerOf((await ask()) as IN8nHttpFullResponse, longest);
  } catch (thrown) {
    return failureOf(thrown);
  }
}

const optionsOf = (
  { method, url, headers, body }: HttpRequest,
  timeout: number,
): IHttpRequestOptions => ({
  method,
  url,
  headers: { ...headers },
  ...(body !== undefined && { body }),
  encoding: 'text',
  timeout,
  returnFullResponse: true,
  ignoreHttpStatusErrors: true,
  disableFollowRedirect: true,
});

const answerOf = (
  { statusCode, headers, body }: IN8nHttpFullResponse,
  longest: number,
): HttpAnswer => ({
  status: statusCode,
  headers: Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
  ),
  body: typeof body === 'string' ? body.slice(0, longest) : '',
});

/**
 * n8n's time-out ends a silent connection, not one that drips, and n8n puts its own signal
 * in the place of ours: https://github.com/n8n-io/n8n/blob/master/packages/core/src/execution-engine/node-execution-context/utils/request-helpers/authentication.ts
 */
const answerLostAfter = (timeoutMs: number): Promise<HttpAnswer> =>
  new Promise((resolve) => {
    AbortSignal.timeout(timeoutMs).addEventListener('abort', () =>
      resolve({ failed: 'answer-lost', code: 'ETIMEDOUT' }),
    );
  });
