import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from '@jest/globals';
import { generate } from 'selfsigned';
import { ilertBody } from './support/bodies';
import { ChatServer } from './support/chat-server';
import { type Changes, exampleFlow, ids } from './support/flows';
import { post } from './support/post';
import { ProxyServer } from './support/proxy-server';
import { Runtime, type Settings } from './support/runtime';

const opened: { close(): Promise<unknown> }[] = [];
afterEach(async () => {
  for (const one of opened.splice(0).reverse()) await one.close();
});
const closing = <T extends { close(): Promise<unknown> }>(one: T): T => {
  opened.push(one);
  return one;
};

const deliverOne = async (changes: Changes, settings: Settings = {}) => {
  const runtime = await Runtime.start(settings);
  closing({ close: () => runtime.stop() });
  await runtime.deploy(exampleFlow(changes));
  await post(runtime, ilertBody());
  return runtime.until(
    ({ event, sink, message }) =>
      event === 'message' && (sink === 'sent' || sink === 'caught') && { sink, message },
  );
};

const proxyNode = (url: string, noproxy: readonly string[] = []) => ({
  id: 'proxy1',
  type: 'http proxy',
  name: '',
  url,
  noproxy,
  credentials: { username: 'ada', password: 'p w' },
});
const through = (proxy: string, noproxy?: readonly string[]): Changes => ({
  nodes: { [ids.connection]: { proxy: 'proxy1' } },
  add: [proxyNode(proxy, noproxy)],
});

test('a proxy node is the way out, with its user name and password', async () => {
  const chat = closing(await ChatServer.start());
  const proxy = closing(await ProxyServer.start());
  const { sink } = await deliverOne({ webhookUrl: chat.url, ...through(proxy.url) });
  expect(sink).toBe('sent');
  const authorization = `Basic ${Buffer.from('ada:p w').toString('base64')}`;
  expect(proxy.tunnels).toEqual([{ to: new URL(chat.url).host, authorization }]);
});

test('hosts the proxy node excludes are reached directly', async () => {
  const chat = closing(await ChatServer.start());
  const proxy = closing(await ProxyServer.start());
  const { sink } = await deliverOne({ webhookUrl: chat.url, ...through(proxy.url, ['127.0.0.1']) });
  expect(sink).toBe('sent');
  expect(proxy.tunnels).toEqual([]);
});

test('without a proxy node the environment says which proxy to use', async () => {
  const chat = closing(await ChatServer.start());
  const proxy = closing(await ProxyServer.start());
  const { sink } = await deliverOne({ webhookUrl: chat.url }, { env: { http_proxy: proxy.url } });
  expect(sink).toBe('sent');
  expect(proxy.tunnels).toHaveLength(1);
});

test('a proxy that is down fails the delivery, and nothing goes around it', async () => {
  const chat = closing(await ChatServer.start());
  const proxy = await ProxyServer.start();
  await proxy.close();
  const changes = through(proxy.url);
  const nodes = { ...changes.nodes, [ids.slack]: { maxWaitSeconds: 0 } };
  const { sink, message } = await deliverOne({ webhookUrl: chat.url, ...changes, nodes });
  expect(sink).toBe('caught');
  expect(message).toMatchObject({ delivery: { receipt: 'deferred' } });
  expect(chat.got).toEqual([]);
});

/** A chat behind a certificate that only its own authority vouches for. */
async function startTlsChat() {
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: true },
      { name: 'subjectAltName', altNames: [{ type: 2, value: 'localhost' }] },
    ],
  });
  const seen: number[] = [];
  const server = createServer({ key, cert }, (request, response) => {
    request.resume().on('end', () => {
      seen.push(1);
      response.end('ok');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  closing({
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  });
  return {
    url: `https://localhost:${port}/services/T0/B0/x`,
    ca: cert,
    seen,
  };
}

const tlsNode = (ca: string) => ({
  id: 'tls1',
  type: 'tls-config',
  name: '',
  cert: '',
  key: '',
  ca: '',
  certname: '',
  keyname: '',
  caname: 'ca.pem',
  servername: '',
  verifyservercert: true,
  credentials: { cadata: ca },
});

test('a certificate nobody vouches for is refused', async () => {
  const { url, seen } = await startTlsChat();
  const nodes = { [ids.slack]: { maxWaitSeconds: 0 } };
  const { sink, message } = await deliverOne({ webhookUrl: url, nodes });
  expect(sink).toBe('caught');
  expect(message).toMatchObject({ delivery: { receipt: 'deferred' } });
  expect(seen).toEqual([]);
});

test('the authority of a tls-config node counts, also through a proxy', async () => {
  const { url, ca, seen } = await startTlsChat();
  const nodes = { [ids.connection]: { tls: 'tls1' } };
  const direct = await deliverOne({ webhookUrl: url, nodes, add: [tlsNode(ca)] });
  expect(direct.sink).toBe('sent');
  const proxy = closing(await ProxyServer.start());
  const changes = through(proxy.url);
  const both = { [ids.connection]: { tls: 'tls1', proxy: 'proxy1' } };
  const add = [tlsNode(ca), ...(changes.add ?? [])];
  const proxied = await deliverOne({ webhookUrl: url, nodes: both, add });
  expect(proxied.sink).toBe('sent');
  expect(proxy.tunnels).toHaveLength(1);
  expect(seen).toHaveLength(2);
});
