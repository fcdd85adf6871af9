import type { Node, NodeAPI, NodeDef } from 'node-red';
import { hasKey } from '../../../core/index';
import { endpointOf, type Receiver, refusal } from '../../host/endpoint/index';
import { onClose } from '../../host/guard';
import { memoryOf } from '../../host/response/memory';
import { Voice } from '../../host/response/voice';
import { signingKeys } from '../../host/signing-key';
import { LINK_METHODS, LinkResponse } from './link-response';

interface LinkResponseDef extends NodeDef {
  readonly signingKey: string;
  readonly path: string;
  readonly language: string;
}

export default function (RED: NodeAPI): void {
  const endpoint = endpointOf(RED);

  function Response(this: Node, config: LinkResponseDef) {
    RED.nodes.createNode(this, config);
    const voice = new Voice(RED, this);
    const keys = signingKeys(RED, config.signingKey);
    const { replays } = memoryOf(config.signingKey);
    const clock = { now: Date.now };
    const receiver: Receiver = hasKey(keys)
      ? new LinkResponse(this, voice, { keys, replays, clock, language: config.language })
      : { id: this.id, methods: LINK_METHODS, receive: async () => NO_KEY };
    const problem = endpoint.claim(config.path, receiver);
    onClose(this, (removed) => endpoint.release(config.path, receiver, removed));

    if (problem) voice.trouble(problem);
    else if (!hasKey(keys)) voice.missing('noKey');
    else {
      const path = endpoint.fullPath(config.path);
      voice.say('grey', 'ring', 'status.listening', { path });
    }
  }
  RED.nodes.registerType('alertwire-link-response', Response);
}

const NO_KEY = refusal(503, 'no_signing_key', 'This address has no signing key yet.');
