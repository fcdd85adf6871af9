import type { HttpResponse } from '../../http/types';
import type { Problem } from '../../problem';

type Row = readonly [code: string, message: string, hint: string];

const SECRETS =
  'In entra.microsoft.com: App registrations → the app → Certificates & secrets → New client secret.';
const OVERVIEW = 'They stand in entra.microsoft.com → App registrations → the app → Overview.';

const WRONG_SECRET: Row = [
  'wrong_secret',
  'The client secret is not the one of this app.',
  `Copy the value of the secret, not its ID; it is shown only once. ${SECRETS}`,
];
const UNKNOWN_APP: Row = [
  'unknown_app',
  'The tenant does not know an app with this client ID.',
  `Compare client ID and tenant ID with the app. ${OVERVIEW}`,
];
const UNKNOWN_TENANT: Row = [
  'unknown_tenant',
  'Microsoft knows no tenant with this ID.',
  `Compare the tenant ID with the one of the app; in a government cloud or in China, set the login URL too. ${OVERVIEW}`,
];
const OTHER_CLOUD: Row = [
  'wrong_cloud',
  'The tenant does not know the service of bots that the token is for.',
  'Check the tenant ID, and whether login URL and service URL are of the same cloud (public, government, China).',
];
const POLICY: Row = [
  'blocked_by_policy',
  'A policy of the tenant keeps this app from signing in.',
  'Ask an administrator to allow the app this machine’s address in Conditional Access for workload identities.',
];

const NOT_UNDERSTOOD: Row = [
  'login_not_understood',
  'The login of Microsoft could not read the request for a token.',
  'Check the login URL in the credential, and whether a proxy in between changes requests.',
];

/** https://learn.microsoft.com/entra/identity-platform/reference-error-codes */
const ROWS: Readonly<Record<string, Row>> = {
  7000215: WRONG_SECRET,
  7000216: WRONG_SECRET,
  50012: WRONG_SECRET,
  7000222: [
    'expired_secret',
    'The client secret has expired.',
    `Make a new one and put its value into the credential. ${SECRETS}`,
  ],
  700016: UNKNOWN_APP,
  7000229: UNKNOWN_APP,
  900144: NOT_UNDERSTOOD,
  900561: NOT_UNDERSTOOD,
  70003: NOT_UNDERSTOOD,
  1002012: NOT_UNDERSTOOD,
  7000112: [
    'app_disabled',
    'The app is switched off in this tenant.',
    'In entra.microsoft.com: Enterprise applications → the app → Properties → Enabled for users to sign-in.',
  ],
  90002: UNKNOWN_TENANT,
  900023: UNKNOWN_TENANT,
  50059: UNKNOWN_TENANT,
  500011: OTHER_CLOUD,
  500014: OTHER_CLOUD,
  900432: OTHER_CLOUD,
  53003: POLICY,
  530035: POLICY,
};

/** What the login says about the app; undefined where the answer is none of the login's. */
export const loginProblem = ({ body }: HttpResponse): Problem | undefined => {
  const number = /"error_description"\s*:\s*"AADSTS(\d{4,8})\b/.exec(body.slice(0, 10_000))?.[1];
  if (number === undefined) return undefined;
  const [code, message, hint] = ROWS[number] ?? unlisted(number);
  return { code: `teams.${code}`, message, hint };
};

const unlisted = (number: string): Row => [
  `aadsts_${number}`,
  `Microsoft did not let the app sign in (AADSTS${number}).`,
  `What that means: https://login.microsoftonline.com/error?code=${number}`,
];

/** Busy, not wrong: 90033 and 90055 come with a status that says less. */
export const isLoginBusy = ({ body }: HttpResponse): boolean =>
  /"error"\s*:\s*"(?:temporarily_unavailable|server_error)"/.test(body.slice(0, 10_000));
