import type { NodeAPI } from 'node-red';
import { checkOnCall, onCallCredentialFieldsOf } from '../../../core/index';
import { adminRoute, answerTo, NOT_DEPLOYED } from '../admin-route';
import { createClock } from '../clock';
import { onClose } from '../guard';
import { type Unsaved, unsavedCredential } from '../unsaved-credential';
import {
  connectionTypeOf,
  OnCallConnection,
  type OnCallConnectionDef,
  type OnCallConnectionNode,
} from './connection';
import { listFrom, type OnCallListRequest } from './list';
import { connectionNode } from './reached';

type TryRequest = Unsaved & Pick<OnCallConnectionDef, 'proxy' | 'tls'>;

const PATIENCE_MS = 10_000;

/** The config node of an on-call platform, and what its dialog and the pickers call. */
export function registerOnCallConnection(RED: NodeAPI, platform: string): void {
  const type = connectionTypeOf(platform);

  function OnCall(this: OnCallConnectionNode, config: OnCallConnectionDef) {
    RED.nodes.createNode(this, config);
    this.connection = new OnCallConnection(RED, platform, config, this.credentials ?? {});
    if (this.connection.problem) this.error(this.connection.problem.message);
    onClose(this, () => this.connection.close());
  }
  RED.nodes.registerType(type, OnCall, {
    credentials: Object.fromEntries(
      onCallCredentialFieldsOf(platform).map(({ name, secret = true }) => [
        name,
        { type: secret ? ('password' as const) : ('text' as const) },
      ]),
    ),
  });

  adminRoute(RED, `/alertwire/connection/${type}/try`, async ({ body }) => {
    const request = body as TryRequest;
    const credential = unsavedCredential(RED, request);
    const connection = new OnCallConnection(RED, platform, request, credential);
    try {
      return answerTo(await tried(connection));
    } finally {
      await connection.close();
    }
  });

  adminRoute(RED, `/alertwire/connection/${type}/list`, async ({ body }) => {
    const request = body as OnCallListRequest;
    const connection = connectionNode(RED, platform, request.id)?.connection;
    if (!connection) return answerTo({ problem: NOT_DEPLOYED });
    const { problem } = connection;
    return answerTo(problem ? { problem } : await listFrom(connection, request));
  });
}

/** Asks the platform who we are; nothing is changed there. */
const tried = async ({ platform, http, credential, problem }: OnCallConnection) => {
  if (problem) return { problem };
  const clock = createClock(AbortSignal.timeout(PATIENCE_MS));
  return checkOnCall(platform, { http, credential, clock });
};
