import type { NodeAPI } from 'node-red';
import {
  findOnCall,
  findWebhook,
  type Problem,
  registerWebhook,
  removeWebhook,
  webhookName,
} from '../../../core/index';
import { createClock } from '../../host/clock';
import type { Endpoint } from '../../host/endpoint/index';
import { connectionNode } from '../../host/oncall/reached';
import { fromEnvironment } from '../../host/unsaved-credential';
import { sharedSecret } from '../../host/webhook-secret';

/** What the dialog holds. */
export interface RegistrationRequest {
  readonly what: 'find' | 'register' | 'remove';
  /** The id of an on-call platform. */
  readonly platform: string;
  /** Its config node. */
  readonly connection: string;
  /** The config node of the secret. */
  readonly secret: string;
  readonly publicUrl: string;
  readonly path: string;
  /** What people call the flow. */
  readonly flow: string;
  readonly triggerTypes: readonly string[];
  readonly alertSources: readonly string[];
}

interface Registration {
  readonly state: 'registered' | 'removed' | 'absent';
  readonly url: string;
}

type Answer = Registration | { readonly problem: Problem };

const PATIENCE_MS = 20_000;

/** Makes, finds or removes the webhook of one alert in node at its platform. */
export async function registration(
  RED: NodeAPI,
  endpoint: Endpoint,
  request: RegistrationRequest,
): Promise<Answer> {
  const { what, platform } = request;
  const url = addressOf(RED, endpoint, request);
  if (url === undefined) return { problem: BAD_ADDRESS };
  const connection = connectionNode(RED, platform, request.connection)?.connection;
  if (!connection) return { problem: notDeployed(platform) };
  if (connection.problem) return { problem: connection.problem };
  const { http, credential } = connection;
  const way = { http, credential, clock: createClock(AbortSignal.timeout(PATIENCE_MS)) };
  if (what === 'register') return register(RED, request, url, way);
  if (what === 'remove') {
    const removed = await removeWebhook(platform, url, way);
    if ('problem' in removed) return removed;
    return { state: removed.removed ? 'removed' : 'absent', url };
  }
  const found = await findWebhook(platform, url, way);
  if ('problem' in found) return found;
  return { state: found.id === undefined ? 'absent' : 'registered', url };
}

async function register(
  RED: NodeAPI,
  { platform, secret, flow, triggerTypes, alertSources }: RegistrationRequest,
  url: string,
  way: Parameters<typeof registerWebhook>[2],
): Promise<Answer> {
  const shared = sharedSecret(RED, secret);
  if (!shared) return { problem: NO_SECRET };
  const { secret: value, headerName } = shared;
  const name = webhookName(flow);
  const order = { url, name, secret: value, headerName, triggerTypes, alertSources };
  const registered = await registerWebhook(platform, order, way);
  return 'problem' in registered ? registered : { state: 'registered', url };
}

/** Where the outside reaches the node; undefined where what was typed is no address. */
const addressOf = (
  RED: NodeAPI,
  endpoint: Endpoint,
  { publicUrl, path }: RegistrationRequest,
): string | undefined => {
  const base = fromEnvironment(RED, publicUrl.trim()).replace(/\/+$/, '');
  if (!/^https?:\/\/[^/?#@]+(\/[^?#]*)?$/i.test(base) || !URL.canParse(base)) return undefined;
  return base + endpoint.fullPath(fromEnvironment(RED, path));
};

const BAD_ADDRESS: Problem = {
  code: 'registration.bad_address',
  message: 'The public address is no web address.',
  hint: 'Enter how the outside reaches this Node-RED, from https:// on, without the path of this node.',
};

const NO_SECRET: Problem = {
  code: 'registration.no_secret',
  message: 'The secret is not deployed yet, so nothing was registered.',
  hint: 'Deploy, open this dialog again, and register.',
};

const notDeployed = (platform: string): Problem => ({
  code: 'registration.no_connection',
  message: `No connection to ${findOnCall(platform)?.name ?? platform} is deployed.`,
  hint: 'Choose or add one, deploy, open this dialog again, and register.',
});
