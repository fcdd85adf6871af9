import { createHash } from 'node:crypto';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { findChat, type Http, type TokenMemory, withToken } from '../../../core/index';
import { clock } from '../clock';
import { type Authenticated, transportWith } from '../transport';
import { credentialOf } from './credential';
import type { Destination } from './destination';

/** What this process remembers of a credential between executions. */
interface Memory {
  readonly token: TokenMemory;
  /** Who is who, by e-mail address. */
  readonly people: Map<string, string | undefined>;
}

const memories = new Map<string, Memory>();

/** The way to a chat with a credential, and what is known of those it leads to. */
export async function accessTo(
  context: Authenticated,
  destination: Destination,
): Promise<{ readonly http: Http; readonly people: Memory['people'] }> {
  const { chat, transport, authentication, credentialType } = destination;
  const data = await context.getCredentials(credentialType);
  const { token, people } = memoryOf(credentialType, data);
  const plain = transportWith(context, credentialType);
  const http = authentication === 'oAuth2' ? addressed(plain, destination, data) : plain;
  const rules = transport === 'bot' ? findChat(chat)?.tokens : undefined;
  const way = rules ? withToken(http, rules, credentialOf(data), token, clock) : http;
  return { http: way, people };
}

/** n8n adds an OAuth2 token by itself, and leaves the address alone. */
const addressed =
  (http: Http, { chat }: Destination, { baseUrl }: ICredentialDataDecryptedObject): Http =>
  (request, limits) => {
    const open = { accessToken: '', baseUrl: String(baseUrl ?? '') };
    return http(findChat(chat)?.authenticate(request, open, clock.now()) ?? request, limits);
  };

const memoryOf = (type: string, data: ICredentialDataDecryptedObject): Memory => {
  const key = createHash('sha256')
    .update(JSON.stringify([type, data]))
    .digest('hex');
  const known = memories.get(key) ?? { token: {}, people: new Map() };
  memories.set(key, known);
  return known;
};
