import { subscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Agent, type Dispatcher } from 'undici';
import WebSocket from 'ws';
import { Sockets } from '../../../node-red/host/response/socket/sockets';

/** Waits end when the test says so. */
const clock = {
  time: 0,
  waiting: [] as { readonly ms: number; readonly end: () => void }[],
  now: () => clock.time,
  sleep: (ms: number) =>
    new Promise<void>((end) => {
      clock.waiting.push({ ms, end });
    }),
  /** The newest wait of that length is over. */
  pass: (ms: number) => {
    const at = clock.waiting.findLastIndex((one) => one.ms === ms);
    const [one] = clock.waiting.splice(at, 1);
    clock.time += ms;
    one.end();
  },
};

let server: WebSocket.Server;
let asked: string[];
let failures: string[];
let dispatcher: Dispatcher;
let sockets: Sockets;

const serve = async (options: WebSocket.ServerOptions = {}): Promise<string> => {
  server = new WebSocket.Server({ port: 0, host: '127.0.0.1', ...options });
  await once(server, 'listening');
  return `ws://127.0.0.1:${(server.address() as AddressInfo).port}/link?ticket=1`;
};

beforeEach(() => {
  clock.time = 0;
  clock.waiting = [];
  asked = [];
  failures = [];
  dispatcher = new Agent().compose((dispatch) => (options, handler) => {
    asked.push(options.path);
    return dispatch(options, handler);
  });
  sockets = new Sockets(dispatcher, clock, (error) => failures.push(error.message));
});
afterEach(async () => {
  await sockets.close();
  for (const client of server.clients) client.terminate();
  server.close();
});

interface Heard {
  readonly texts: string[];
  readonly over: Promise<void>;
  ended: number;
}

const dial = async (url: string, answerWith?: string) => {
  let end = () => {};
  const heard: Heard = {
    texts: [],
    ended: 0,
    over: new Promise((resolve) => {
      end = resolve;
    }),
  };
  const arriving = once(server, 'connection') as Promise<[WebSocket]>;
  const connection = await sockets.dial(url, {
    message: (text, answer) => {
      heard.texts.push(text);
      if (answerWith === undefined) throw new Error('nobody expected that');
      answer(answerWith);
    },
    ended: () => {
      heard.ended += 1;
      end();
    },
  });
  const [other] = await arriving;
  return { connection, heard, other };
};

describe('the sockets of a node', () => {
  test('go the way of all requests, and hand texts on with their answer', async () => {
    const { connection, heard, other } = await dial(await serve(), 'thanks');
    expect(connection).toBeDefined();
    expect(asked).toEqual(['/link?ticket=1']);
    const answered = once(other, 'message');
    other.send(Buffer.from('no text'), { binary: true });
    other.send('hello');
    expect(String((await answered)[0])).toBe('thanks');
    expect(heard.texts).toEqual(['hello']);
  });

  test('survive whoever hears them', async () => {
    const { other } = await dial(await serve());
    const pinged = once(other, 'pong');
    other.send('hello');
    other.ping();
    await pinged;
    expect(failures).toEqual(['nobody expected that']);
  });

  test('notice that the other end is gone without a word', async () => {
    const url = await serve();
    server.on('connection', (_other, { socket }) => socket.pause());
    const { heard } = await dial(url);
    clock.pass(20_000);
    await heard.over;
    expect(heard.ended).toBeGreaterThan(0);
  });

  test('stay with an end that answers pings and says nothing', async () => {
    const pong = new Promise((resolve) => subscribe('undici:websocket:pong', resolve));
    const { heard, other } = await dial(await serve());
    await pong;
    const again = once(other, 'ping');
    clock.pass(20_000);
    await again;
    expect(heard.ended).toBe(0);
  });

  test('say that the other end closed', async () => {
    const { heard, other } = await dial(await serve());
    other.close();
    await heard.over;
  });

  test('are closed when that is asked for, with a farewell', async () => {
    const { other } = await dial(await serve());
    const left = once(other, 'close');
    await sockets.close();
    expect((await left)[0]).toBe(1005);
  });

  const nobody = { message: () => {}, ended: () => {} };

  test('that never open are given up', async () => {
    const url = await serve({ verifyClient: () => {} });
    const dialling = sockets.dial(url, nobody);
    clock.pass(15_000);
    expect(await dialling).toBeUndefined();
  });

  test('that are refused, or lead nowhere, are none', async () => {
    const url = await serve({ verifyClient: () => false });
    expect(await sockets.dial(url, nobody)).toBeUndefined();
    expect(await sockets.dial('nowhere', nobody)).toBeUndefined();
  });
});
