import type { IncomingMessage } from 'node:http';

export type BodyRead = { readonly bytes: Buffer } | { readonly failed: 'too-large' | 'aborted' };

/** The bytes as they came over the wire. What is over the limit is let go by, unread. */
export function readBody(request: IncomingMessage, maxBytes: number): Promise<BodyRead> {
  if (Number(request.headers['content-length']) > maxBytes) {
    request.resume();
    return Promise.resolve({ failed: 'too-large' });
  }
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const take = (chunk: Buffer) => {
      size += chunk.length;
      if (size <= maxBytes) return void chunks.push(chunk);
      request.off('data', take).resume();
      resolve({ failed: 'too-large' });
    };
    request.on('data', take);
    request.once('end', () => resolve({ bytes: Buffer.concat(chunks) }));
    request.once('close', () => resolve({ failed: 'aborted' }));
    request.once('error', () => resolve({ failed: 'aborted' }));
  });
}
