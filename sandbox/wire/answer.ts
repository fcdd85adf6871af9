import type { Response } from 'express';
import type { Answer } from '../platform';

export function send(res: Response, { status, headers = {}, body }: Answer): void {
  if (res.destroyed) return;
  res.writeHead(status, { 'content-length': Buffer.byteLength(body), ...headers });
  res.end(body);
}
