import type { Credential } from '../../http/types';
import type { Problem } from '../../problem';
import { webAddress } from '../web-link';

const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/i;

const problem = (code: string, message: string, hint: string): Problem => ({
  code: `teams.${code}`,
  message,
  hint,
});

const OVERVIEW = 'It stands in entra.microsoft.com → App registrations → the app → Overview';

/** What is wrong with the credential of a bot before anything is sent. */
export const checkBotCredential = (credential: Credential): Problem | undefined => {
  const { clientId = '', clientSecret = '', tenantId = '' } = credential;
  if (!GUID.test(clientId.trim())) return badClientId;
  if (clientSecret.trim() === '') return noSecret;
  if (GUID.test(clientSecret.trim())) return secretId;
  const tenant = tenantId.trim();
  if (tenant === '') return noTenant;
  if (!GUID.test(tenant) && !DOMAIN.test(tenant)) return badTenant;
  return (
    badAddress(credential.serviceUrl, 'service URL') ?? badAddress(credential.loginUrl, 'login URL')
  );
};

const badAddress = (address: string | undefined, name: string): Problem | undefined => {
  if ((address ?? '').trim() === '') return undefined;
  const url = webAddress(address);
  const fit = url?.username === '' && url.password === '' && url.search === '' && url.hash === '';
  return fit
    ? undefined
    : problem(
        name === 'service URL' ? 'bad_service_url' : 'bad_login_url',
        `The ${name} is not a plain web address.`,
        'Leave the field empty, except in government clouds and in China.',
      );
};

const badClientId = problem(
  'bad_client_id',
  'The client ID is not the ID of an app.',
  `${OVERVIEW} (Application ID) and looks like 00000000-0000-0000-0000-000000000000.`,
);
const noSecret = problem(
  'no_secret',
  'There is no client secret.',
  'In entra.microsoft.com: App registrations → the app → Certificates & secrets → New client secret; copy its value.',
);
const secretId = problem(
  'secret_id',
  'This is the ID of a client secret, not the secret.',
  'Copy what stands under Value, beside the ID; it is shown only once, so make a new secret if it is hidden.',
);
const noTenant = problem(
  'no_tenant',
  'There is no tenant ID.',
  `${OVERVIEW} (Directory ID). A bot that was registered for many tenants before August 2025 takes botframework.com.`,
);
const badTenant = problem(
  'bad_tenant',
  'The tenant ID is neither an ID nor a domain.',
  `${OVERVIEW} (Directory ID) and looks like 00000000-0000-0000-0000-000000000000.`,
);
