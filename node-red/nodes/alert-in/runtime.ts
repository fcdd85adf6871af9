import type { Node, NodeAPI, NodeDef } from 'node-red';
import { adminRoute, answerTo } from '../../host/admin-route';
import { endpointOf } from '../../host/endpoint/index';
import { guard, onClose } from '../../host/guard';
import { journalsOf, type WhenUnavailable } from '../../host/journal/index';
import { show } from '../../host/status';
import { sharedSecret } from '../../host/webhook-secret';
import { Inlet } from './inlet';
import { type RegistrationRequest, registration } from './registration';

interface AlertInDef extends NodeDef {
  /** `manual`, or the id of the platform that was told our address; the only one that sends then. */
  readonly registration?: string;
  readonly platform: string;
  readonly path: string;
  readonly secret: string;
  readonly alertUrlPattern: string;
  readonly includeRaw: boolean;
  readonly whenStoreUnavailable: WhenUnavailable;
}

interface AlertInNode extends Node {
  inlet: Inlet;
}

const TYPE = 'alertwire-alert-in';

export default function (RED: NodeAPI): void {
  const endpoint = endpointOf(RED);
  const journals = journalsOf(RED);

  function AlertIn(this: AlertInNode, config: AlertInDef) {
    RED.nodes.createNode(this, config);
    const shared = sharedSecret(RED, config.secret);
    const { registration: by = 'manual' } = config;
    const platform = by === 'manual' ? config.platform : by;
    const inlet = new Inlet(RED, this, journals, { ...config, platform, shared });
    this.inlet = inlet;
    journals.attach(inlet.id, (event, redelivered) => inlet.send(event, redelivered));
    const problem = endpoint.claim(config.path, inlet);
    onClose(this, (removed) => {
      endpoint.release(config.path, inlet, removed);
      journals.detach(inlet.id);
    });

    if (problem) {
      this.error(`${problem.message} ${problem.hint}`);
      show(this, 'red', 'ring', RED._('status.closed', { code: problem.code }));
    } else if (!shared) {
      this.error(RED._('error.noSecret'));
      show(this, 'red', 'ring', RED._('status.noSecret'));
    } else {
      const path = endpoint.fullPath(config.path);
      show(this, 'grey', 'ring', RED._('status.waiting', { path }));
      void checkStore(this, config.whenStoreUnavailable);
    }
  }

  const checkStore = (node: Node, policy: WhenUnavailable) =>
    guard(
      async () => {
        const reason = await journals.unavailable();
        if (reason === undefined) return;
        show(node, 'red', 'ring', RED._('status.noStore'));
        node.error(RED._(`error.noStore.${policy === 'memory' ? 'memory' : 'refuse'}`, { reason }));
      },
      (error) => node.error(error.message),
    );

  RED.nodes.registerType(TYPE, AlertIn);

  adminRoute(RED, '/alertwire/alert-in/:id/test', ({ params }) => {
    const node = RED.nodes.getNode(params.id ?? '') as AlertInNode | null | undefined;
    if (node?.type !== TYPE) return { status: 404, body: { ok: false } };
    node.inlet.sendTest();
    return { status: 200, body: { ok: true } };
  });

  adminRoute(RED, '/alertwire/alert-in/registration', async ({ body }) =>
    answerTo(await registration(RED, endpoint, body as RegistrationRequest)),
  );
}
