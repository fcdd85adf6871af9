import type { NodeAPI } from 'node-red';
import { type Credential, credentialFieldsOf, type Problem } from '../../../core/index';
import { type AdminAnswer, adminRoute } from '../admin-route';
import { guard, onClose } from '../guard';
import { reasonOf, storesOf } from '../store/index';
import { type ChatKind, Connection, type ConnectionDef, type ConnectionNode } from './connection';
import { type ListRequest, listFrom } from './list';
import { tryConnection, tryMessage } from './try-connection';

interface TryRequest {
  readonly id: string;
  readonly credentials: Credential;
  readonly proxy?: string;
  readonly tls?: string;
  readonly post: boolean;
}

/** The editor shows this in place of a password it does not know. */
const UNCHANGED = '__PWRD__';

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
    const connection = new Connection(RED, kind, request, resolve(RED, request));
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

const answerTo = (result: object | { readonly problem: Problem }): AdminAnswer =>
  'problem' in result
    ? { status: 200, body: { ok: false, ...result.problem } }
    : { status: 200, body: { ok: true, ...result } };

const NOT_DEPLOYED: Problem = {
  code: 'connection.not_deployed',
  message: 'This connection is not deployed yet, so nothing can be listed.',
  hint: 'Deploy once, or enter the ID.',
};

/** What the dialog holds, completed by what was saved before and what the environment says. */
function resolve(RED: NodeAPI, { id, credentials }: TryRequest): Credential {
  const saved = RED.nodes.getNode(id)?.credentials as Credential | undefined;
  const real = (name: string, value: string): string => {
    if (value === UNCHANGED) return saved?.[name] ?? '';
    if (!/^\$\{[^}]+\}$/.test(value)) return value;
    return String(RED.util.evaluateNodeProperty(value, 'env', {} as never, {}) ?? '');
  };
  return Object.fromEntries(
    Object.entries(credentials).map(([name, value]) => [name, real(name, value.trim())]),
  );
}
