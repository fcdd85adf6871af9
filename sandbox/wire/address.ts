import type { Request } from 'express';
import type { Address } from '../platform';

export function addressOf({ path, url }: Request): Address {
  const start = url.indexOf('?');
  return { path, query: new URLSearchParams(start < 0 ? '' : url.slice(start)) };
}
