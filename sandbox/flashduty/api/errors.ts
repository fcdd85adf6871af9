import type { Documented } from '../../judging/refusal';

const INTRODUCTION = 'https://docs.flashcat.cloud/en/openapi/introduction';
const LIMITS = 'https://docs.flashcat.cloud/en/openapi/rate-limits';
const INCIDENTS = 'https://docs.flashcat.cloud/en/api-reference/on-call/incidents/incident-ack';

interface Row extends Documented {
  status: number;
  /** As Flashduty names it; the sandbox's own word where it differs. */
  code?: string;
  message: string;
}

export const errors = {
  InvalidParameter: {
    status: 400,
    message: 'The specified parameter is not valid.',
    source: INTRODUCTION,
  },
  InvalidContentType: {
    status: 400,
    message: 'The Content-Type is not supported.',
    source: INTRODUCTION,
  },
  MethodNotAllowed: { status: 400, message: 'The method is not allowed.', source: INTRODUCTION },
  Unauthorized: { status: 401, message: 'You are unauthorized.', source: INTRODUCTION },
  AccessDenied: { status: 403, message: 'Access Denied.', source: INTRODUCTION },
  RouteNotFound: { status: 404, message: 'The route is not found.', source: INTRODUCTION },
  /** The API reference: 400 for what does not exist, 404 for unknown routes only. */
  ResourceNotFound: {
    status: 400,
    message: 'The resource you request is not found',
    source: INCIDENTS,
  },
  rate_limited: {
    status: 429,
    code: 'RequestTooFrequently',
    message: 'Request too frequently.',
    source: LIMITS,
  },
} as const satisfies Record<string, Row>;

export type ErrorCode = keyof typeof errors;
