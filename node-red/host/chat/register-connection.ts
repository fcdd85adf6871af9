import type { NodeAPI } from 'node-red';
import { credentialFieldsOf } from '../../../core/index';
import { adminRoute, answerTo, NOT_DEPLOYED } from '../admin-route';
import { guard, onClose } from '../guard';
import { reasonOf, storesOf } from '../store/index';
import { type Unsaved, unsavedCredential } from '../unsaved-credential';
import { type ChatKind, Connection, type ConnectionDef, type ConnectionNode } from './connection';
import { type ListRequest, listFrom } from './list';
import { tryConnection, tryMessage } from './try-connection';

interface TryRequest extends Unsaved {
  readonly proxy?: string;
  readonly tls?: string;
  readonly post: boolean;
}

/** The config node of a chat, and what its dialog's two buttons call. */
export function registerConnection(RED: NodeAPI, kind: ChatKind): void {
  const fields = credentialFieldsOf(kind.chat, kind.transport);
  const stores = storesOf(RED);
  function ChatConnection(this: ConnectionNode, config: ConnectionDef) {
    RED.nodes.createNode(this, config);
    this.connection = new Connection(RED, kind, config, this.credentials ?? {});
    if (this.connection.problem) this.error(this.connection.problem.message);
    this.cards = stores.cardsFor(this, config);
    stores.disk.use();
    onClose(this, async () => {
      await this.connection.close();
      stores.disk.release();
    });
    void guard(
      () => this.cards.store.all(),
      (error) => this.error(RED._('error.noStore', { reason: reasonOf(error) })),
    );
  }
  RED.nodes.registerType(kind.connection, ChatConnection, {
    credentials: Object.fromEntries(
      fields.map(({ name, secret = true }) => [
        name,
        { type: secret ? ('password' as const) : ('text' as const) },
      ]),
    ),
  });

  adminRoute(RED, `/alertwire/connection/${kind.connection}/try`, async ({ body }) => {
    const request = body as TryRequest;
    const connection = new Connection(RED, kind, request, unsavedCredential(RED, request));
    try {
      return answerTo(await tried(connection, kind, request.post));
    } finally {
      await connection.close();
    }
  });

  adminRoute(RED, `/alertwire/connection/${kind.connection}/list`, async ({ body }) => {
    const request = body as ListRequest;
    const node = RED.nodes.getNode(request.id) as ConnectionNode | null;
    if (node?.type !== kind.connection) return answerTo({ problem: NOT_DEPLOYED });
    const { connection } = node;
    const { problem } = connection;
    return answerTo(problem ? { problem } : await listFrom(connection, kind, request));
  });
}

const tried = async (connection: Connection, kind: ChatKind, post: boolean) => {
  if (connection.problem) return { problem: connection.problem };
  return post ? tryMessage(connection, kind) : tryConnection(connection, kind);
};
