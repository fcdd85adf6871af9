import type { NodeAPI } from 'node-red';
import type { Problem } from '../../core/index';
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

/** What a dialog shows: what came of it, or what went wrong. */
export const answerTo = (result: object | { readonly problem: Problem }): AdminAnswer =>
  'problem' in result
    ? { status: 200, body: { ok: false, ...result.problem } }
    : { status: 200, body: { ok: true, ...result } };

export const NOT_DEPLOYED: Problem = {
  code: 'connection.not_deployed',
  message: 'This connection is not deployed yet, so nothing can be listed.',
  hint: 'Deploy once, or enter the ID.',
};
