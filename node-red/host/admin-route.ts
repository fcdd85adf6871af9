import type { NodeAPI } from 'node-red';
import { guard } from './guard';

interface AdminRequest {
  readonly params: Readonly<Record<string, string>>;
  readonly body: unknown;
}

export interface AdminAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** A route the editor calls, for people who may change flows. */
export function adminRoute(
  RED: NodeAPI,
  path: string,
  work: (request: AdminRequest) => AdminAnswer | Promise<AdminAnswer>,
): void {
  if (!RED.httpAdmin) return;
  RED.httpAdmin.post(path, RED.auth.needsPermission('alertwire.write'), (request, response) => {
    void guard(
      async () => {
        const params = request.params as Record<string, string>;
        const { status, body } = await work({ params, body: request.body });
        response.status(status).json(body);
      },
      (error) => response.status(500).json({ ok: false, message: error.message }),
    );
  });
}
