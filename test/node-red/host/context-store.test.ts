import { expect, test } from '@jest/globals';
import { type Context, storeOnContext } from '../../../node-red/host/store/context-store';

/** A store of Node-RED that answers by callback, and reads keys as paths. */
const fakeContext = (trouble?: Error) => {
  const values = new Map<string, unknown>();
  const answer = (done: (error: unknown, value?: never) => void, value?: unknown) =>
    setImmediate(() => (trouble ? done(trouble) : done(undefined, value as never)));
  const plain = (key: string) => {
    if (!/^[A-Za-z]\w*$/.test(key)) throw new Error(`Not a plain key: ${key}`);
    return key;
  };
  const context: Context = {
    get: (key, _store, done) => answer(done, values.get(plain(key))),
    set: (key, value, _store, done) => {
      if (value === undefined) values.delete(plain(key));
      else values.set(plain(key), value);
      answer(done);
    },
    keys: (_store, done) => answer(done, [...values.keys()]),
  };
  return { context, values };
};

test('values are kept under keys that Node-RED does not take for paths, in order', async () => {
  const { context, values } = fakeContext();
  values.set('somebodyElse', 1);
  const store = storeOnContext(context, 'redis');
  await store.put([
    { key: 'card:10', value: { a: 1 } },
    { key: 'card:02', value: { a: 2 } },
    { key: 'beat:x.y[0]', value: { a: 3 } },
  ]);
  expect(await store.list('card:')).toEqual([
    { key: 'card:02', value: { a: 2 } },
    { key: 'card:10', value: { a: 1 } },
  ]);
  expect(await store.list('beat:')).toEqual([{ key: 'beat:x.y[0]', value: { a: 3 } }]);
  await store.delete(['card:02', 'card:10', 'beat:x.y[0]']);
  expect([...values.keys()]).toEqual(['somebodyElse']);
});

test('what the store of Node-RED refuses is refused', async () => {
  const store = storeOnContext(fakeContext(new Error('no connection')).context, 'redis');
  await expect(store.list('card:')).rejects.toThrow('no connection');
  await expect(store.put([{ key: 'a', value: 1 }])).rejects.toThrow('no connection');
});
