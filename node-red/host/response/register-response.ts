import type { Node, NodeAPI } from 'node-red';
import { hasKey, type InboundSetup, responseSetupFrom, socketOf } from '../../../core/index';
import { verifyJwt } from '../../../vendor/jwt';
import type { Connection } from '../chat/connection';
import { createClock } from '../clock';
import { type Endpoint, endpointOf } from '../endpoint/index';
import { guard, onClose } from '../guard';
import { signingKeys } from '../signing-key';
import { ChatResponse } from './chat-response';
import { type Proof, proofOf } from './credential-of';
import type { ResponseDef, ResponseKind } from './kind';
import { memoryOf } from './memory';
import { listenBySocket } from './socket/listen';
import { tellAddress } from './tell-address';
import { Voice } from './voice';

/** The response node of a chat: what people send back from it, over HTTP or a socket. */
export function registerResponse(RED: NodeAPI, kind: ResponseKind): void {
  const endpoint = endpointOf(RED);

  function Response(this: Node, config: ResponseDef) {
    RED.nodes.createNode(this, config);
    const voice = new Voice(RED, this);
    const proof = proofOf(RED, kind, config);
    const keys = signingKeys(RED, config.signingKey) ?? { key: '' };
    const setup = setupOf(config, proof, keys);
    const response = new ChatResponse(this, voice, kind, setup, proof?.connection?.http);
    const isSocket = config.receiveBy === 'socket' && socketOf(kind.chat) !== undefined;
    const isUsable = proof !== undefined && hasKey(keys);
    const closing = new AbortController();
    const stop = !isSocket
      ? listenByHttp(endpoint, config, response, voice)
      : isUsable && proof.connection
        ? listenBySocket(response, kind, proof.connection, voice)
        : async () => {};
    onClose(this, async (removed) => {
      closing.abort();
      await stop(removed);
    });

    if (!proof) voice.missing(config.way === 'outgoing' ? 'noOutgoing' : 'noConnection');
    else if (!isUsable) voice.missing('noKey');
    else if (!isSocket) void prepare(response, proof.connection, config, voice, closing.signal);
  }
  RED.nodes.registerType(kind.response, Response);

  /** What can be known, and has to be told, before anybody presses anything. */
  const prepare = (
    response: ChatResponse,
    connection: Connection | undefined,
    { publicAddress = '' }: ResponseDef,
    voice: Voice,
    signal: AbortSignal,
  ) =>
    guard(
      async () => {
        const problem = await response.objection();
        if (problem) return voice.trouble(problem);
        if (!kind.tellsAddress || !connection || publicAddress === '') return;
        await tellAddress(response, connection, publicAddress, voice, createClock(signal));
      },
      (error) => !signal.aborted && voice.warn(error.message),
    );
}

const listenByHttp = (
  endpoint: Endpoint,
  { path }: ResponseDef,
  response: ChatResponse,
  voice: Voice,
) => {
  const problem = endpoint.claim(path, response);
  if (problem) voice.trouble(problem);
  else voice.say('grey', 'ring', 'status.listening', { path: endpoint.fullPath(path) });
  return async (removed: boolean) => endpoint.release(path, response, removed);
};

const setupOf = (
  config: ResponseDef,
  proof: Proof | undefined,
  keys: InboundSetup['keys'],
): InboundSetup => {
  const { publicAddress } = config;
  const { replays, publicKeys } = memoryOf(proof?.id ?? config.id);
  return {
    ...responseSetupFrom({ ...config }),
    credential: proof?.credential ?? {},
    keys,
    replays,
    clock: { now: Date.now },
    ...(publicAddress && { url: publicAddress }),
    http: proof?.connection?.plainHttp,
    verifyJwt,
    publicKeys,
  };
};
