import type { Documented } from '../../judging/refusal';

const REFERENCE = 'https://api.ilert.com/api-docs/';
const LIMITS = 'https://docs.ilert.com/rest-api/alertsource-throttle';
const TROUBLE = 'https://docs.ilert.com/getting-started/troubleshooting';
const OAUTH =
  'https://docs.ilert.com/rest-api/developing-ilert-apps/token-lifetimes-error-codes-app-verification-etc.';

interface Row extends Documented {
  status: number;
  message: string;
}

/** ilert documents the form of an error and these statuses, not its codes: those are the sandbox's. */
export const errors = {
  UNAUTHORIZED: {
    status: 401,
    message: 'Unauthorized',
    source: `${REFERENCE}#section/Authentication`,
  },
  FORBIDDEN: { status: 403, message: 'Access denied', source: TROUBLE },
  BAD_REQUEST: { status: 400, message: 'Bad request', source: `${REFERENCE}#section/Errors` },
  INVALID_INTEGRATION_KEY: {
    status: 400,
    message: 'The integration key is not valid',
    source: `${REFERENCE}#tag/events`,
  },
  ALERT_STATE: { status: 400, message: 'The alert is not in a state for this', source: REFERENCE },
  NOT_FOUND: { status: 404, message: 'Not found', source: `${REFERENCE}#section/Errors` },
  RESPONDER_PRESENT: {
    status: 405,
    message: 'Responder is already present on the alert',
    source: `${REFERENCE}#tag/alerts`,
  },
  UNSUPPORTED_MEDIA_TYPE: {
    status: 415,
    message: 'Unsupported media type',
    source: `${REFERENCE}#section/Introduction`,
  },
  rate_limited: { status: 429, message: 'Too many requests', source: LIMITS },
  invalid_request: { status: 400, message: 'The request is not valid', source: OAUTH },
  unsupported_grant_type: {
    status: 400,
    message: 'The grant type is not supported',
    source: OAUTH,
  },
  invalid_grant: { status: 401, message: 'The grant is not valid', source: OAUTH },
} as const satisfies Record<string, Row>;

export type ErrorCode = keyof typeof errors;
