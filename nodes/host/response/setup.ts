import { type Credential, type InboundSetup, responseSetupFrom } from '../../../core/index';
import { verifyJwt } from '../../../vendor/jwt';
import { credentialOf } from '../chat/credential';
import type { Destination } from '../chat/destination';
import { clock } from '../clock';
import { collectionValues } from '../field-values';
import { signingKeys } from '../signing-key';
import { plainTransport } from '../transport';
import { memoryOf } from './memory';
import { settingsFieldsOf } from './properties';
import { destinationOf, type Listening, type Source } from './source';

/** Everything the core needs to read an answer; rejects where a credential is not set. */
export async function setupFor(
  context: Listening,
  source: Source,
  url?: string,
): Promise<InboundSetup> {
  const destination = destinationOf(context, source);
  const settings = context.getNodeParameter('settings', {});
  const { replays, publicKeys } = memoryOf(context);
  return {
    ...responseSetupFrom({
      ...collectionValues(settings, settingsFieldsOf(source.chat)),
      way: source.chosenBy === 'way' ? destination.authentication : undefined,
    }),
    credential: await openedCredential(context, destination),
    keys: (await signingKeys(context)) ?? { key: '' },
    replays,
    publicKeys,
    clock,
    ...(url !== undefined && { url }),
    http: plainTransport(context),
    verifyJwt,
  };
}

/** n8n keeps an OAuth2 token to itself; the core only needs to know that there is one. */
async function openedCredential(
  context: Listening,
  { authentication, credentialType }: Destination,
): Promise<Credential> {
  const data = await context.getCredentials(credentialType);
  if (authentication !== 'oAuth2') return credentialOf(data);
  const { oauthTokenData, ...open } = data;
  return { ...credentialOf(open), accessToken: oauthTokenData ? 'kept by n8n' : '' };
}
