import { run } from '../../../core/delivery/run';
import type { Steps } from '../../../core/http/steps';
import type { HttpAnswer, HttpRequest } from '../../../core/http/types';
import { answer, answering } from '../delivery/world';

export const NOW = Date.UTC(2026, 2, 1);

/** Takes steps to their end with these answers, one after the other; the last one for ever. */
export const taken = async <Result>(steps: Steps<Result>, ...answers: HttpAnswer[]) => {
  const { http, requests } = answering(...answers);
  const result = await run(steps, http, { now: () => NOW });
  return { result, requests };
};

export const json = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  answer(status, JSON.stringify(body), headers);

/** A request as people compare it: what it asks for, and the body as a value. */
export const shown = ({ method, url, body }: HttpRequest) => ({
  does: `${method} ${url}`,
  ...(body !== undefined && { body: JSON.parse(body) }),
});

export const LOST: HttpAnswer = { failed: 'answer-lost', code: 'ECONNRESET' };
