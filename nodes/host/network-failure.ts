import type { HttpAnswer } from '../../core/index';

/** Codes after which the server has seen nothing of the request. */
const NOT_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'EHOSTDOWN',
  'ENETUNREACH',
  'EADDRNOTAVAIL',
  'EPROTO',
  'ERR_INVALID_URL',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

/** n8n wraps what the network threw, and only the innermost carries the code. */
export function failureOf(thrown: unknown): HttpAnswer {
  for (let error = thrown; isRecord(error); error = error.cause) {
    if (typeof error.code !== 'string') continue;
    const never = NOT_SENT.has(error.code) || error.syscall === 'connect';
    return { failed: never ? 'not-sent' : 'answer-lost', code: error.code };
  }
  return { failed: 'not-sent', code: 'REFUSED_BY_N8N' };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
