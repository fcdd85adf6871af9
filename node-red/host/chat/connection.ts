import type { Node, NodeAPI, NodeDef } from 'node-red';
import type { Dispatcher } from 'undici';
import {
  type ChatPlatform,
  findChat,
  type Http,
  type Problem,
  type renderCard,
  type TransportId,
} from '../../../core/index';
import { Lanes } from '../lanes';
import { createDispatcher, type ProxyNode, type TlsNode } from '../net/dispatcher';
import { createTransport } from '../net/transport';

/** Where a chat's config node and its sender agree. */
export interface ChatKind {
  readonly chat: Parameters<typeof renderCard>[0];
  readonly transport: TransportId;
  /** The credential without which nothing can be sent. */
  readonly required: string;
}

export interface ConnectionDef extends NodeDef {
  readonly proxy?: string;
  readonly tls?: string;
}

export interface ConnectionNode extends Node<Record<string, string>> {
  connection: Connection;
}

/** Messages that wait in all, where settings.js does not say. */
const QUEUE_LIMIT = 1_000;

/** One destination: its credential, its open sockets and what waits for it. */
export class Connection {
  readonly chat: ChatPlatform;
  readonly lanes: Lanes;
  /** Sends with the credential applied. */
  readonly http: Http;
  /** Why nothing can be sent, or undefined. */
  readonly problem: Problem | undefined;
  private readonly dispatcher: Dispatcher;

  constructor(
    RED: NodeAPI,
    kind: ChatKind,
    config: Pick<ConnectionDef, 'proxy' | 'tls'>,
    credentials: Readonly<Record<string, string>>,
  ) {
    const { nodeMessageBufferMaxLength } = RED.settings as { nodeMessageBufferMaxLength?: number };
    this.chat = platformOf(kind);
    this.lanes = new Lanes(nodeMessageBufferMaxLength || QUEUE_LIMIT);
    this.dispatcher = createDispatcher(
      found<ProxyNode>(RED, config.proxy),
      found<TlsNode>(RED, config.tls),
    );
    const send = createTransport(this.dispatcher);
    this.http = (request, limits) => send(this.chat.authenticate(request, credentials), limits);
    this.problem = checkCredentials(this.chat, kind, credentials);
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

function checkCredentials(
  chat: ChatPlatform,
  { transport, required }: ChatKind,
  credentials: Readonly<Record<string, string>>,
): Problem | undefined {
  const address = credentials[required];
  if (!address) return noCredential(chat);
  return chat.transports[transport]?.checkUrl?.(address);
}

const found = <T extends Node>(RED: NodeAPI, id: string | undefined): T | undefined =>
  (id && (RED.nodes.getNode(id) as T | null)) || undefined;
