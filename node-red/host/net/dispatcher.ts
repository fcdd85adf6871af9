import type { Node } from 'node-red';
import { Agent, type buildConnector, type Dispatcher, EnvHttpProxyAgent } from 'undici';

/** Node-RED's own `http proxy` config node. */
export interface ProxyNode extends Node<{ username?: string; password?: string }> {
  readonly url?: string;
  readonly noproxy?: readonly string[];
}

/** Node-RED's own `tls-config` node. */
export interface TlsNode extends Node {
  addTLSOptions(options: buildConnector.BuildOptions): buildConnector.BuildOptions;
}

const PROXY_VARIABLES = ['http_proxy', 'https_proxy', 'HTTP_PROXY', 'HTTPS_PROXY'];

/** Connections kept alive for one destination, by the ways this installation has to the outside. */
export function createDispatcher(proxy?: ProxyNode, tls?: TlsNode): Dispatcher {
  const options = tls?.addTLSOptions({});
  const connections = {
    connections: 4,
    ...(options && { connect: options, requestTls: options }),
  };
  if (proxy?.url) {
    return new EnvHttpProxyAgent({
      ...connections,
      httpProxy: proxy.url,
      httpsProxy: proxy.url,
      noProxy: (proxy.noproxy ?? []).join(','),
      ...(proxy.credentials?.username && { token: basic(proxy.credentials) }),
    });
  }
  const proxied = PROXY_VARIABLES.some((name) => process.env[name]);
  return proxied ? new EnvHttpProxyAgent(connections) : new Agent(connections);
}

const basic = ({ username = '', password = '' }: ProxyNode['credentials']): string =>
  `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
