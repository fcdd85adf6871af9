import type { HttpAnswer, HttpRequest } from './http/types';

/** Sends one request with the credential applied. Never rejects; `timeoutMs` bounds the whole call. */
export type Http = (
  request: HttpRequest,
  limits: { readonly timeoutMs: number },
) => Promise<HttpAnswer>;

export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  sleep(ms: number): Promise<void>;
  /** 0 <= x < 1, spreads retries. */
  random(): number;
}
