import { EventEmitter } from 'node:events';
import { PassThrough } from 'node:stream';
import { describe, expect, jest, test } from '@jest/globals';
import type { NodeAPI } from 'node-red';
import { Addresses, normalPath } from '../../../node-red/host/endpoint/addresses';
import { endpointOf, type Receiver } from '../../../node-red/host/endpoint/index';
import { readBody } from '../../../node-red/host/endpoint/read-body';
import { type App, useFirst } from '../../../node-red/host/endpoint/root-app';
import { Refusals } from '../../../node-red/host/refusals';

const receiver = (id: string): Receiver => ({
  id,
  receive: async () => ({ status: 202, body: { id } }),
});

describe('addresses', () => {
  test('a path belongs to one node, and to that node again after a deploy', () => {
    const addresses = new Addresses();
    const [old, other, young] = [receiver('a'), receiver('b'), receiver('a')];
    expect(addresses.claim('/x', old)).toBe(true);
    expect(addresses.claim('/x/', other)).toBe(false);
    addresses.release('/x', old, false);
    expect(addresses.find('/x')).toEqual({ receiver: undefined });
    expect(addresses.claim('/x', young)).toBe(true);
    addresses.release('/x', old, true);
    expect(addresses.find('/x')?.receiver).toBe(young);
  });

  test('a path without a node is forgotten once the flows run', () => {
    const addresses = new Addresses();
    const node = receiver('a');
    addresses.claim('/x', node);
    addresses.release('/x', node, false);
    addresses.forgetAbsent();
    expect(addresses.find('/x')).toBeUndefined();
  });

  test('paths are compared without needless slashes', () => {
    expect(['', '/', 'a', '//a//b/', '/a/b'].map(normalPath)).toEqual([
      '/',
      '/',
      '/a',
      '/a/b',
      '/a/b',
    ]);
  });
});

describe('the place before all others', () => {
  const middleware = () => {};
  const app = (more: Partial<App> & { stack?: { handle: unknown }[] }): App => {
    const stack = more.stack ?? [{ handle: 'first' }];
    return {
      path: () => '/',
      use: (handle) => stack.push({ handle }),
      _router: { stack },
      ...more,
    };
  };

  test('is taken in the root application', () => {
    const stack = [{ handle: 'parser' as unknown }];
    const root = app({ stack });
    expect(useFirst(app({ parent: app({ parent: root }) }), middleware)).toBe(true);
    expect(stack.map(({ handle }) => handle)).toEqual([middleware, 'parser']);
  });

  test('is not to be had on a server that keeps its middlewares elsewhere', () => {
    const root = { path: () => '/', use: () => {} };
    expect(useFirst(root, middleware)).toBe(false);
  });
});

test('where flows have no addresses, the node is told why', () => {
  const RED = { events: new EventEmitter(), settings: { httpNodeRoot: false } };
  const problem = endpointOf(RED as unknown as NodeAPI).claim('/x', receiver('a'));
  expect(problem).toMatchObject({ code: 'endpoint.no_http' });
});

test('where bodies cannot be read as they came, the node is told', () => {
  const httpNode = Object.assign(() => {}, { use: () => {}, path: () => '/' });
  const RED = { events: new EventEmitter(), settings: {}, httpNode };
  const problem = endpointOf(RED as unknown as NodeAPI).claim('/x', receiver('a'));
  expect(problem).toMatchObject({ code: 'endpoint.unknown_server' });
});

describe('a body', () => {
  const request = (headers: object = {}) => Object.assign(new PassThrough(), { headers });
  const read = (from: PassThrough, max: number) => readBody(from as never, max);

  test('is read to the last byte', async () => {
    const from = request();
    const reading = read(from, 4);
    from.write(Buffer.from([0xff, 0x00]));
    from.end(Buffer.from([0xfe, 0x01]));
    expect(await reading).toEqual({ bytes: Buffer.from([0xff, 0x00, 0xfe, 0x01]) });
  });

  test('that grows over the limit is not kept', async () => {
    const from = request();
    const reading = read(from, 4);
    from.write('12345');
    expect(await reading).toEqual({ failed: 'too-large' });
  });

  test('that breaks off is nobody’s', async () => {
    const from = request();
    const reading = read(from, 4);
    from.write('1');
    from.destroy();
    expect(await reading).toEqual({ failed: 'aborted' });
  });
});

test('refusals are said once a minute, with how many there were', () => {
  const say = jest.fn();
  const refusals = new Refusals(say);
  for (const now of [0, 1, 59_999, 60_000]) refusals.note('refused', now);
  expect(say.mock.calls).toEqual([['refused'], ['refused (and 2 more before)']]);
});
