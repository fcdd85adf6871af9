import type { HttpAnswer, HttpRequest } from './http/types';

/** Sends one request with the credential applied. Never rejects; `timeoutMs` bounds the whole call. */
export type Http = (
  request: HttpRequest,
  limits: { readonly timeoutMs: number },
) => Promise<HttpAnswer>;

/** What a token claims once its signature and its times hold. */
export type JwtVerdict =
  | {
      readonly ok: true;
      readonly claims: Readonly<Record<string, unknown>>;
      readonly keyId: string;
    }
  /** `unknown-key`: none of the keys made it. */
  | {
      readonly ok: false;
      readonly flaw: 'malformed' | 'unknown-key' | 'signature' | 'time' | 'claims';
    };

/** Checks an RS256 token against a JSON Web Key Set, by a library of the host's. Never rejects. */
export type VerifyJwt = (
  token: string,
  expected: {
    readonly keys: unknown;
    readonly issuer: string;
    readonly audience: readonly string[];
    /** In ms. */
    readonly now: number;
    readonly toleranceMs: number;
  },
) => Promise<JwtVerdict>;

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
