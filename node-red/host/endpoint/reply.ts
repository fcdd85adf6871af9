import type { ServerResponse } from 'node:http';
import { guard } from '../guard';

export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** A text goes out as it is, an object as JSON. */
  readonly body: Readonly<Record<string, unknown>> | string;
  /** What is done once the answer is out, or whoever waited for it is gone. */
  readonly afterwards?: () => unknown;
}

export const refusal = (
  status: number,
  error: string,
  message: string,
  headers: Reply['headers'] = {},
): Reply => ({ status, headers, body: { error, message } });

export function answer(response: ServerResponse, reply: Reply): void {
  const { status, headers, body, afterwards } = reply;
  if (response.headersSent) return;
  if (afterwards) whenOut(response, afterwards);
  if (response.destroyed) return;
  if (typeof body === 'string') response.writeHead(status, { ...headers }).end(body);
  else {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(JSON.stringify(body));
  }
}

function whenOut(response: ServerResponse, work: () => unknown): void {
  const once = () => {
    response.off('finish', once).off('close', once);
    void guard(work, (error) => process.emitWarning(error));
  };
  if (response.destroyed) once();
  else response.on('finish', once).on('close', once);
}
