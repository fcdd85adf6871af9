import type { HttpAnswer, HttpRequest } from './types';

/** What came back, and when, in ms. */
export interface Answered {
  readonly answer: HttpAnswer;
  readonly now: number;
}

/**
 * Requests one after the other, where the next one depends on the answer before. The core says what
 * to ask and what the answers mean; whoever runs the steps sends.
 */
export type Steps<Result> = Generator<HttpRequest, Result, Answered>;

/** One request, and what its answer means. */
export function* ask<Result>(
  request: HttpRequest,
  read: (answer: HttpAnswer, now: number) => Result,
): Steps<Result> {
  const { answer, now } = yield request;
  return read(answer, now);
}
