import type { HttpAnswer, HttpRequest } from '../../../core/http/types';
import type { Clock, Http } from '../../../core/ports';

export const answer = (
  status: number,
  body = '',
  headers: Record<string, string> = {},
): HttpAnswer => ({ status, headers, body });

export const OK = answer(200, 'ok');

/** A clock that sleeps by moving its hands, and counts how long. */
export const simulatedClock = (random = 0) => {
  let now = Date.UTC(2026, 2, 1);
  const sleeps: number[] = [];
  const clock: Clock = {
    now: () => now,
    sleep: async (ms) => {
      sleeps.push(ms);
      now += ms;
    },
    random: () => random,
  };
  return { clock, sleeps, advance: (ms: number) => (now += ms) };
};

/** An Http that gives these answers one after the other, the last one for ever. */
export const answering = (...answers: HttpAnswer[]) => {
  const requests: HttpRequest[] = [];
  const timeouts: number[] = [];
  const http: Http = async (request, { timeoutMs }) => {
    requests.push(request);
    timeouts.push(timeoutMs);
    const next = answers[Math.min(requests.length, answers.length) - 1];
    return next as HttpAnswer;
  };
  return { http, requests, timeouts };
};
