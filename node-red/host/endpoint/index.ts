import type { NodeAPI } from 'node-red';
import type { Problem } from '../../../core/index';
import { Addresses, type Receiver } from './addresses';
import { capture, dispatch } from './dispatch';
import { type App, useFirst } from './root-app';

export type { Arrived, Receiver } from './addresses';
export { type Reply, refusal } from './reply';

export interface Endpoint {
  /** What is in the way, or undefined when the path is now the receiver's. */
  claim(path: string, receiver: Receiver): Problem | undefined;
  release(path: string, receiver: Receiver, removed: boolean): void;
  /** The full path, with the root that Node-RED serves flows under. */
  fullPath(path: string): string;
}

const endpoints = new WeakMap<object, Endpoint>();

/** One set of routes for the life of the process: nodes come and go with every deploy. */
export function endpointOf(RED: NodeAPI): Endpoint {
  const key = RED.events;
  const endpoint = endpoints.get(key) ?? openEndpoint(RED);
  endpoints.set(key, endpoint);
  return endpoint;
}

function openEndpoint(RED: NodeAPI): Endpoint {
  const { httpNodeRoot } = RED.settings as { httpNodeRoot?: string | false };
  if (httpNodeRoot === false || !RED.httpNode) return closed(NO_HTTP);
  const app = RED.httpNode as unknown as App;
  const addresses = new Addresses();
  if (!useFirst(app, capture(addresses, app))) return closed(UNKNOWN_SERVER);
  app.use(dispatch(addresses));
  RED.events.on('flows:started', () => addresses.forgetAbsent());
  return {
    claim: (path, receiver) => (addresses.claim(path, receiver) ? undefined : taken(path)),
    release: (path, receiver, removed) => addresses.release(path, receiver, removed),
    fullPath: (path) => `${app.path()}/${path}`.replace(/\/{2,}/g, '/'),
  };
}

const closed = (problem: Problem): Endpoint => ({
  claim: () => problem,
  release: () => {},
  fullPath: (path) => path,
});

const NO_HTTP: Problem = {
  code: 'endpoint.no_http',
  message: 'Node-RED serves no addresses for flows: httpNodeRoot is false in settings.js.',
  hint: 'Set httpNodeRoot, for example to "/".',
};

const UNKNOWN_SERVER: Problem = {
  code: 'endpoint.unknown_server',
  message: 'The bytes of a webhook cannot be read on this web server, so nothing can be verified.',
  hint: 'Use a Node-RED version this package names in its README.',
};

const taken = (path: string): Problem => ({
  code: 'endpoint.path_taken',
  message: `Another node already answers at ${path}.`,
  hint: 'Give this node a path of its own.',
});
