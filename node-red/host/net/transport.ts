import { type Dispatcher, request as send } from 'undici';
import type { Http, HttpAnswer, HttpRequest } from '../../../core/index';
import { failureOf } from './failure';
import { readCapped } from './read-capped';

/** What a chat platform has to say about a message is short. */
const MAX_ANSWER_BYTES = 65_536;

/** Sends through the given connections. Redirects are not followed: the address is a secret. */
export const createTransport =
  (dispatcher: Dispatcher, maxAnswerBytes = MAX_ANSWER_BYTES): Http =>
  async (request, { timeoutMs }) => {
    const progress = { sent: false };
    try {
      const noting = dispatcher.compose(noteSending(progress));
      return await exchange(request, noting, timeoutMs, maxAnswerBytes);
    } catch (thrown) {
      return failureOf(thrown, progress.sent);
    }
  };

async function exchange(
  { method, url, headers, body }: HttpRequest,
  dispatcher: Dispatcher,
  timeoutMs: number,
  maxAnswerBytes: number,
): Promise<HttpAnswer> {
  const answer = await send(url, {
    dispatcher,
    method,
    headers,
    signal: AbortSignal.timeout(timeoutMs),
    ...(body !== undefined && { body }),
  });
  return {
    status: answer.statusCode,
    headers: Object.fromEntries(
      Object.entries(answer.headers).map(([name, value]) => [name, String(value)]),
    ),
    body: await readCapped(answer.body, maxAnswerBytes),
  };
}

/** undici says that a request starts once its connection stands, right before the first byte. */
const noteSending =
  (progress: { sent: boolean }): Dispatcher.DispatcherComposeInterceptor =>
  (dispatch) =>
  (options, handler) =>
    dispatch(options, {
      onRequestStart: (controller, context) => {
        progress.sent = true;
        handler.onRequestStart?.(controller, context);
      },
      onRequestUpgrade: (...given) => handler.onRequestUpgrade?.(...given),
      onResponseStart: (...given) => handler.onResponseStart?.(...given),
      onResponseData: (...given) => handler.onResponseData?.(...given),
      onResponseEnd: (...given) => handler.onResponseEnd?.(...given),
      onResponseError: (...given) => handler.onResponseError?.(...given),
    });
