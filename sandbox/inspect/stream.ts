import type { RequestHandler } from 'express';
import type { Desk } from '../server/desk';

/** Everything that happens from now on, as server-sent events. */
export function stream({ journal, closing }: Desk): RequestHandler {
  return (_req, res) => {
    res.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    res.write('event: ready\ndata: {}\n\n');
    const stop = journal.listen(({ event, data }) => {
      res.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
    });
    const end = () => {
      stop();
      res.end();
    };
    closing.addEventListener('abort', end, { once: true });
    res.on('close', () => {
      stop();
      closing.removeEventListener('abort', end);
    });
  };
}
