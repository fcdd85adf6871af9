import type { Credential, Http, Problem } from '../../../core/index';
import { findOnCall } from '../../../core/index';
import { credentialOf } from '../authenticate';
import { type Authenticated, transportWith } from '../transport';
import { opened } from './authenticate';
import { ON_CALL_CREDENTIALS, type OnCallCredential } from './credentials';

/** The way to an on-call platform, and what it may be told of its own secrets. */
export interface OnCallAccess {
  readonly http: Http;
  readonly credential: Credential;
}

/** Opens a platform with the credential chosen in the node, or says what is missing. */
export async function accessTo(
  context: Authenticated,
  platform: string,
): Promise<OnCallAccess | { readonly problem: Problem }> {
  const found = chosen(context, platform);
  if (!found) return { problem: noCredential(platform) };
  const data = await context.getCredentials(found.type);
  const plain = transportWith(context, found.type);
  if (found.authentication !== 'oAuth2') {
    const credential = credentialOf(data);
    const problem = findOnCall(platform)?.checkCredential(credential);
    return problem ? { problem } : { http: plain, credential };
  }
  // n8n adds an OAuth2 token by itself, and leaves the address alone
  const open = { baseUrl: String(data.baseUrl ?? '') };
  const http: Http = (request, limits) => plain(opened(platform, request, open), limits);
  return { http, credential: { ...open, accessToken: 'kept by n8n' } };
}

const chosen = (context: Authenticated, platform: string): OnCallCredential | undefined => {
  const { credentials = {}, parameters } = context.getNode();
  const wanted = parameters.authentication ?? 'apiKey';
  return ON_CALL_CREDENTIALS.filter((one) => one.platform === platform)
    .filter(({ authentication = wanted }) => authentication === wanted)
    .find(({ type }) => credentials[type] !== undefined);
};

/** Those that the node has a credential for. */
export const openPlatforms = (context: Authenticated): readonly string[] => {
  const all = new Set(ON_CALL_CREDENTIALS.map(({ platform }) => platform));
  return [...all].filter((platform) => chosen(context, platform) !== undefined);
};

const noCredential = (platform: string): Problem => ({
  code: 'credential.missing',
  message: `No credential is chosen for ${findOnCall(platform)?.name ?? platform}.`,
  hint: 'Open this node, choose or create the credential, and run again.',
});
