import type { Node, NodeAPI, NodeDef } from 'node-red';
import type { Dispatcher } from 'undici';
import { type Credential, findOnCall, type Http, type Problem } from '../../../core/index';
import { createDispatcher, type ProxyNode, type TlsNode } from '../net/dispatcher';
import { createTransport } from '../net/transport';

export interface OnCallConnectionDef extends NodeDef {
  readonly proxy?: string;
  readonly tls?: string;
}

export interface OnCallConnectionNode extends Node<Record<string, string>> {
  connection: OnCallConnection;
}

/** The type of a platform's config node; other nodes keep its id under the platform's. */
export const connectionTypeOf = (platform: string): string => `alertwire-${platform}`;

/** Lists of people and alert sources are long. */
const MAX_ANSWER_BYTES = 4_194_304;

/** The way to an on-call platform: its credential and its open sockets. */
export class OnCallConnection {
  /** Sends with the credential applied. */
  readonly http: Http;
  /** Why nothing can be asked, or undefined. */
  readonly problem: Problem | undefined;
  private readonly dispatcher: Dispatcher;

  constructor(
    RED: NodeAPI,
    readonly platform: string,
    { proxy, tls }: Pick<OnCallConnectionDef, 'proxy' | 'tls'>,
    readonly credential: Credential,
  ) {
    const found = findOnCall(platform);
    if (!found) throw new Error(`There is no on-call platform ${platform}.`);
    this.dispatcher = createDispatcher(node<ProxyNode>(RED, proxy), node<TlsNode>(RED, tls));
    const send = createTransport(this.dispatcher, MAX_ANSWER_BYTES);
    this.http = (request, limits) => send(found.authenticate(request, credential), limits);
    this.problem = found.checkCredential(credential);
  }

  /** Lets requests under way finish. */
  close(): Promise<void> {
    return this.dispatcher.close();
  }
}

const node = <T extends Node>(RED: NodeAPI, id: string | undefined): T | undefined =>
  (id && (RED.nodes.getNode(id) as T | null)) || undefined;
