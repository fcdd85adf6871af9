import type { Request } from 'express';
import type { Address, WireRequest } from '../platform';

export function addressOf({ path, url }: Request): Address {
  const start = url.indexOf('?');
  return { path, query: new URLSearchParams(start < 0 ? '' : url.slice(start)) };
}

/** A request as a platform reads it; without its body when that could not be read. */
export function wireRequest(req: Request): WireRequest {
  const body = Buffer.isBuffer(req.body) ? req.body : Buffer.alloc(0);
  return { ...addressOf(req), method: req.method, headers: req.headers, body };
}
