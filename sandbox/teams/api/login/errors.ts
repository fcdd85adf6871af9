const CODES = 'https://learn.microsoft.com/entra/identity-platform/reference-error-codes';
const FLOW =
  'https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow';
const UNKNOWN_APP = 'https://github.com/12Knocksinna/Office365itpros/issues/23';
const WRONG_SECRET = 'https://github.com/OfficeDev/microsoft-365-agents-toolkit/issues/8621';

interface Row {
  status: number;
  /** The word of OAuth 2.0. */
  error: string;
  /** `{0}` and `{1}` are what is wrong, and where. */
  message: string;
  source: string;
}

/** What the token endpoint of Microsoft Entra says, by its own codes. */
export const loginErrors = {
  AADSTS900561: {
    status: 405,
    error: 'invalid_request',
    message: 'The endpoint only accepts POST requests. Received a {0} request.',
    source: CODES,
  },
  AADSTS900023: {
    status: 400,
    error: 'invalid_request',
    message:
      "Specified tenant identifier '{0}' is neither a valid DNS name, nor a valid external domain.",
    source: CODES,
  },
  AADSTS90002: {
    status: 400,
    error: 'invalid_request',
    message:
      "Tenant '{0}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud. Check with your subscription administrator, this may happen if there are no active subscriptions for the tenant.",
    source: CODES,
  },
  AADSTS900144: {
    status: 400,
    error: 'invalid_request',
    message: "The request body must contain the following parameter: '{0}'.",
    source: CODES,
  },
  AADSTS70003: {
    status: 400,
    error: 'unsupported_grant_type',
    message: "The app requested an unsupported grant type '{0}'.",
    source: CODES,
  },
  AADSTS700016: {
    status: 400,
    error: 'unauthorized_client',
    message:
      "Application with identifier '{0}' was not found in the directory '{1}'. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You may have sent your authentication request to the wrong tenant.",
    source: UNKNOWN_APP,
  },
  AADSTS7000216: {
    status: 401,
    error: 'invalid_client',
    message:
      "'client_assertion', 'client_secret' or 'request' is required for the 'client_credentials' grant type.",
    source: FLOW,
  },
  AADSTS7000215: {
    status: 401,
    error: 'invalid_client',
    message:
      "Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '{0}'.",
    source: WRONG_SECRET,
  },
  AADSTS7000222: {
    status: 401,
    error: 'invalid_client',
    message:
      "The provided client secret keys for app '{0}' are expired. Visit the Azure portal to create new keys for your app: https://aka.ms/NewClientSecret, or consider using certificate credentials for added security: https://aka.ms/certCreds.",
    source: CODES,
  },
  AADSTS1002012: {
    status: 400,
    error: 'invalid_scope',
    message:
      'The provided value for scope {0} is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier (application ID URI).',
    source: FLOW,
  },
  AADSTS500011: {
    status: 400,
    error: 'invalid_resource',
    message:
      'The resource principal named {0} was not found in the tenant named {1}. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You might have sent your authentication request to the wrong tenant.',
    source: CODES,
  },
  rate_limited: {
    status: 429,
    error: 'temporarily_unavailable',
    message: 'There are too many incoming requests. Tenant is throttled.',
    source: CODES,
  },
} as const satisfies Record<string, Row>;

export type LoginCode = keyof typeof loginErrors;
