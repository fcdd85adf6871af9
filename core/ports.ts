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

/** Keeps JSON values by key for one process, which alone writes it. Every method may reject. */
export interface Store {
  /** In the order of their keys. */
  list(prefix: string): Promise<readonly { readonly key: string; readonly value: unknown }[]>;
  /** All or nothing. */
  put(entries: readonly { readonly key: string; readonly value: unknown }[]): Promise<void>;
  delete(keys: readonly string[]): Promise<void>;
}
