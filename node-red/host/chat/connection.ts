import type { Node, NodeAPI, NodeDef } from 'node-red';
import type { Dispatcher } from 'undici';
import {
  type ChatId,
  type ChatPlatform,
  type Credential,
  credentialFieldsOf,
  findChat,
  type Http,
  type Problem,
  type TokenMemory,
  type TransportId,
  withToken,
} from '../../../core/index';
import { Lanes } from '../lanes';
import { createDispatcher, type ProxyNode, type TlsNode } from '../net/dispatcher';
import { createTransport } from '../net/transport';
import type { Cards, StoreChoice } from '../store/index';

/** What a chat's config node and its sender agree on. */
export interface ChatKind {
  readonly chat: ChatId;
  readonly transport: TransportId;
  /** The type of the config node. */
  readonly connection: string;
  /** The type of the sender. */
  readonly alert: string;
}

export interface ConnectionDef extends NodeDef, StoreChoice {
  readonly proxy?: string;
  readonly tls?: string;
}

export interface ConnectionNode extends Node<Record<string, string>> {
  connection: Connection;
  /** Where the cards of this connection are kept. */
  cards: Cards;
}

/** Messages that wait in all, where settings.js does not say. */
const QUEUE_LIMIT = 1_000;
/** Lists of channels and people are long; a webhook answers with a word. */
const MAX_LIST_BYTES = 4_194_304;

/** One way into a chat: its credential, its open sockets and what waits for it. */
export class Connection {
  readonly chat: ChatPlatform;
  readonly lanes: Lanes;
  /** Sends with the credential applied. */
  readonly http: Http;
  /** Sends without any secret, by the same ways to the outside. */
  readonly plainHttp: Http;
  /** Why nothing can be sent, or undefined. */
  readonly problem: Problem | undefined;
  readonly dispatcher: Dispatcher;

  constructor(
    RED: NodeAPI,
    kind: ChatKind,
    config: Pick<ConnectionDef, 'proxy' | 'tls'>,
    readonly credential: Credential,
  ) {
    const { nodeMessageBufferMaxLength } = RED.settings as { nodeMessageBufferMaxLength?: number };
    this.chat = platformOf(kind);
    this.lanes = new Lanes(nodeMessageBufferMaxLength || QUEUE_LIMIT, Number.POSITIVE_INFINITY);
    this.dispatcher = createDispatcher(
      found<ProxyNode>(RED, config.proxy),
      found<TlsNode>(RED, config.tls),
    );
    const isBot = kind.transport === 'bot';
    const send = createTransport(this.dispatcher, isBot ? MAX_LIST_BYTES : undefined);
    this.plainHttp = send;
    const http: Http = (request, limits) =>
      send(this.chat.authenticate(request, credential, Date.now()), limits);
    const tokens = isBot ? this.chat.tokens : undefined;
    const memory: TokenMemory = {};
    this.http = tokens ? withToken(http, tokens, credential, memory, { now: Date.now }) : http;
    this.problem = checkCredential(this.chat, kind, credential);
  }

  /** Lets requests under way finish. */
  close(): Promise<void> {
    return this.dispatcher.close();
  }
}

export function platformOf({ chat }: ChatKind): ChatPlatform {
  const platform = findChat(chat);
  if (!platform) throw new Error(`There is no chat ${chat}.`);
  return platform;
}

/** The sentence for a sender without a usable connection. */
export const noCredential = ({ name }: ChatPlatform): Problem => ({
  code: 'credential.missing',
  message: `No ${name} connection is set up, so nothing was sent.`,
  hint: 'Open the node, choose or add a connection, and deploy.',
});

const emptyField = ({ name }: ChatPlatform, label: string): Problem => ({
  code: 'credential.missing',
  message: `The ${name} connection has no ${label}, so nothing was sent.`,
  hint: `Enter the ${label} in the connection, and deploy.`,
});

function checkCredential(
  platform: ChatPlatform,
  { chat, transport }: ChatKind,
  credential: Credential,
): Problem | undefined {
  const fields = credentialFieldsOf(chat, transport);
  const missing = fields.find(({ name, required }) => required && !credential[name]);
  if (missing) return emptyField(platform, missing.label);
  return platform.transports[transport]?.checkCredential(credential);
}

const found = <T extends Node>(RED: NodeAPI, id: string | undefined): T | undefined =>
  (id && (RED.nodes.getNode(id) as T | null)) || undefined;
