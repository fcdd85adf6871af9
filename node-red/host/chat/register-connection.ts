import type { NodeAPI } from 'node-red';
import { type AdminAnswer, adminRoute } from '../admin-route';
import { onClose } from '../guard';
import { type ChatKind, Connection, type ConnectionDef, type ConnectionNode } from './connection';
import { tryConnection, tryMessage } from './try-connection';

interface TryRequest {
  readonly id: string;
  readonly credentials: Readonly<Record<string, string>>;
  readonly proxy?: string;
  readonly tls?: string;
  readonly post: boolean;
}

/** The editor shows this in place of a password it does not know. */
const UNCHANGED = '__PWRD__';

/** The config node of a chat, and what its dialog's two buttons call. */
export function registerConnection(RED: NodeAPI, type: string, kind: ChatKind): void {
  function ChatConnection(this: ConnectionNode, config: ConnectionDef) {
    RED.nodes.createNode(this, config);
    this.connection = new Connection(RED, kind, config, this.credentials ?? {});
    if (this.connection.problem) this.error(this.connection.problem.message);
    onClose(this, () => this.connection.close());
  }
  RED.nodes.registerType(type, ChatConnection, {
    credentials: { [kind.required]: { type: 'password' } },
  });

  adminRoute(RED, `/alertwire/connection/${type}/try`, async ({ body }): Promise<AdminAnswer> => {
    const request = body as TryRequest;
    const connection = new Connection(RED, kind, request, resolve(RED, request));
    try {
      const attempt = request.post ? tryMessage : tryConnection;
      const problem = connection.problem ?? (await attempt(connection, kind));
      return { status: 200, body: problem ? { ok: false, ...problem } : { ok: true } };
    } finally {
      await connection.close();
    }
  });
}

/** What the dialog holds, completed by what was saved before and what the environment says. */
function resolve(RED: NodeAPI, { id, credentials }: TryRequest): Record<string, string> {
  const saved = RED.nodes.getNode(id)?.credentials as Record<string, string> | undefined;
  const real = (name: string, value: string): string => {
    if (value === UNCHANGED) return saved?.[name] ?? '';
    if (!/^\$\{[^}]+\}$/.test(value)) return value;
    return String(RED.util.evaluateNodeProperty(value, 'env', {} as never, {}) ?? '');
  };
  return Object.fromEntries(
    Object.entries(credentials).map(([name, value]) => [name, real(name, value.trim())]),
  );
}
