import type { Response } from 'express';
import type { Answer } from '../platform';

export function send(res: Response, { status, headers = {}, body }: Answer): void {
  if (res.destroyed) return;
  // https://www.rfc-editor.org/rfc/rfc9110#section-8.6-8
  const length = status === 204 ? {} : { 'content-length': Buffer.byteLength(body) };
  res.writeHead(status, { ...length, ...headers });
  res.end(body);
}
