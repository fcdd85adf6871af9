import type { AddressInfo } from 'node:net';
import { createServer, type Server, type Socket } from 'node:net';
import { afterEach, expect, test } from '@jest/globals';
import { createDispatcher } from '../../../node-red/host/net/dispatcher';
import { createTransport } from '../../../node-red/host/net/transport';

const servers: Server[] = [];
const dispatchers: { destroy(): Promise<void> }[] = [];
afterEach(async () => {
  for (const dispatcher of dispatchers.splice(0)) await dispatcher.destroy();
  for (const server of servers.splice(0)) await new Promise((resolve) => server.close(resolve));
});

/** A server of bytes: it sees what comes and answers what it likes. */
const listen = async (onData: (socket: Socket, data: string) => void) => {
  const server = createServer((socket) => {
    socket.on('error', () => {});
    socket.on('data', (data) => onData(socket, String(data)));
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
};
const send = (url: string, timeoutMs = 5_000) => {
  const dispatcher = createDispatcher();
  dispatchers.push(dispatcher);
  const request = { method: 'POST', url, headers: { 'x-test': '1' }, body: '{}' } as const;
  return createTransport(dispatcher)(request, { timeoutMs });
};
const answer = (body: string, status = '200 OK') =>
  `HTTP/1.1 ${status}\r\nX-Name: Value\r\nContent-Length: ${body.length}\r\n\r\n${body}`;

test('an answer comes with its status, lower-case headers and body', async () => {
  const url = await listen((socket) => socket.write(answer('no_text', '400 Bad Request')));
  expect(await send(url)).toMatchObject({
    status: 400,
    headers: { 'x-name': 'Value' },
    body: 'no_text',
  });
});

test('nobody listens: not sent', async () => {
  const url = await listen(() => {});
  await new Promise((resolve) => servers.splice(0)[0].close(resolve));
  expect(await send(url)).toEqual({ failed: 'not-sent', code: 'ECONNREFUSED' });
});

test('a name that does not exist: not sent', async () => {
  const answer = await send('http://nowhere.invalid/hook');
  expect(answer).toMatchObject({ failed: 'not-sent' });
});

test('an address that is none: not sent, and nothing is thrown', async () => {
  expect(await send('not an address')).toMatchObject({ failed: 'not-sent' });
});

test('the connection breaks after the request: the answer is lost', async () => {
  const url = await listen((socket) => socket.destroy());
  expect(await send(url)).toMatchObject({ failed: 'answer-lost' });
});

test('the answer breaks off in the middle: lost', async () => {
  const url = await listen((socket) => {
    socket.end('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nonly this');
  });
  expect(await send(url)).toMatchObject({ failed: 'answer-lost' });
});

test('no answer in time: lost, by the name of a time-out', async () => {
  const url = await listen(() => {});
  expect(await send(url, 50)).toEqual({ failed: 'answer-lost', code: 'ETIMEDOUT' });
});

test('an endless answer is read only at its beginning', async () => {
  const url = await listen((socket) => {
    socket.write('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n');
    const more = () => {
      if (socket.writable)
        socket.write(`2000\r\n${'x'.repeat(0x2000)}\r\n`, () => setImmediate(more));
    };
    more();
  });
  const read = await send(url);
  expect('body' in read && read.body.length).toBe(65_536);
});
