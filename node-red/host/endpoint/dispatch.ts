import type { IncomingMessage } from 'node:http';
import { LARGEST_BODY_BYTES } from '../../../core/index';
import { guard } from '../guard';
import { type Addresses, type Found, normalPath } from './addresses';
import { readBody } from './read-body';
import { answer, type Reply, refusal } from './reply';
import type { App, Middleware } from './root-app';

const BODY = Symbol('alertwire body');
type Held = IncomingMessage & { [BODY]?: Buffer; _body?: boolean };

const TOO_LARGE = refusal(
  413,
  'too_large',
  `The body is larger than ${LARGEST_BODY_BYTES.toLocaleString('en')} bytes.`,
  { connection: 'close' },
);
const NOT_RAW = refusal(500, 'not_raw', 'Another part of the server read the body first.');
const RESTARTING = refusal(503, 'restarting', 'The flow is being restarted; try again.', {
  'retry-after': '5',
});
const BROKEN = refusal(500, 'internal', 'The request could not be taken in.');
const POST = ['POST'];
const NOTHING = Buffer.alloc(0);

const wrongMethod = (methods: readonly string[]): Reply => {
  const allow = methods.join(', ');
  return refusal(405, 'method', `This address answers to ${allow} only.`, { allow });
};

/** At the very front: keeps the bytes of what is sent to our own paths, and touches nothing else. */
export const capture =
  (addresses: Addresses, httpNode: App): Middleware =>
  (request: Held, response, next) => {
    const ours = request.method === 'POST' && addresses.find(below(httpNode, pathOf(request)));
    if (!ours || request[BODY]) return next();
    if (request._body || request.readableEnded) return answer(response, NOT_RAW);
    void guard(async () => {
      const body = await readBody(request, LARGEST_BODY_BYTES);
      if ('bytes' in body) {
        request[BODY] = body.bytes;
        // The parsers of Express leave a request alone that carries this mark.
        request._body = true;
        next();
      } else if (body.failed === 'too-large') answer(response, TOO_LARGE);
    }, next);
  };

/** Among Node-RED's own routes, behind its authentication: hands the bytes to the node at the path. */
export const dispatch =
  (addresses: Addresses): Middleware =>
  (request: Held, response, next) => {
    const found = addresses.find(pathOf(request));
    if (!found) return next();
    void guard(
      async () => answer(response, await replyTo(request, found)),
      () => answer(response, BROKEN),
    );
  };

async function replyTo(request: Held, { receiver }: Found): Promise<Reply> {
  if (!receiver) return RESTARTING;
  const { method = '', headers, url = '', socket } = request;
  const methods = receiver.methods ?? POST;
  if (!methods.includes(method)) return wrongMethod(methods);
  const rawBody = method === 'POST' ? request[BODY] : NOTHING;
  if (!rawBody) return NOT_RAW;
  const query = Object.fromEntries(new URL(url, 'http://localhost').searchParams);
  return receiver.receive({
    method,
    headers,
    query,
    rawBody,
    remoteAddress: socket.remoteAddress,
  });
}

const pathOf = ({ url = '' }: Held): string => url.split('?', 1)[0] ?? '';

/** The path as it looks below the root of the flows; empty outside. */
const below = (httpNode: App, path: string): string => {
  const mount = normalPath(`${httpNode.path()}/`);
  if (mount === '/') return path;
  return path.startsWith(`${mount}/`) ? path.slice(mount.length) : '';
};
