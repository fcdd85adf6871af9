import type { NodeAPI } from 'node-red';
import { type Credential, credentialFieldsOf } from '../../../core/index';
import { type AdminAnswer, adminRoute } from '../admin-route';
import { onClose } from '../guard';
import { type ChatKind, Connection, type ConnectionDef, type ConnectionNode } from './connection';
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
  function ChatConnection(this: ConnectionNode, config: ConnectionDef) {
    RED.nodes.createNode(this, config);
    this.connection = new Connection(RED, kind, config, this.credentials ?? {});
    if (this.connection.problem) this.error(this.connection.problem.message);
    onClose(this, () => this.connection.close());
  }
  RED.nodes.registerType(kind.connection, ChatConnection, {
    credentials: Object.fromEntries(
      fields.map(({ name, secret = true }) => [
        name,
        { type: secret ? ('password' as const) : ('text' as const) },
      ]),
    ),
  });

  adminRoute(
    RED,
    `/alertwire/connection/${kind.connection}/try`,
    async ({ body }): Promise<AdminAnswer> => {
      const request = body as TryRequest;
      const connection = new Connection(RED, kind, request, resolve(RED, request));
      try {
        const attempt = request.post ? tryMessage : tryConnection;
        const problem = connection.problem ?? (await attempt(connection, kind));
        if (problem) return { status: 200, body: { ok: false, ...problem } };
        return {
          status: 200,
          body: { ok: true, proof: request.post ? 'posted' : proofOf(connection, kind) },
        };
      } finally {
        await connection.close();
      }
    },
  );
}

/**
 * `known`: the platform was asked. `partly`: and knows the address, but a message could prove more.
 * `plausible`: only a message could prove anything.
 */
const proofOf = (
  { chat }: Connection,
  { transport }: ChatKind,
): 'known' | 'partly' | 'plausible' => {
  const way = chat.transports[transport];
  const probe = way && 'probe' in way ? way.probe : undefined;
  if (!probe) return 'plausible';
  return probe.unproven === undefined ? 'known' : 'partly';
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
