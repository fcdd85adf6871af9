import { expect, test } from '@jest/globals';
import type { Change } from '../../../node-red/host/store/level-store';
import { together } from '../../../node-red/host/store/together';

const put = (key: string): Change => ({ type: 'put', key, value: key });

/** A disk that writes when it is told to. */
const slowDisk = () => {
  const writes: { readonly keys: string[]; end(failure?: Error): void }[] = [];
  const write = together(
    (changes) =>
      new Promise((resolve, reject) => {
        const end = (failure?: Error) => (failure ? reject(failure) : resolve());
        writes.push({ keys: changes.map(({ key }) => key), end });
      }),
  );
  return { writes, write };
};
const soon = () => new Promise((resolve) => setImmediate(resolve));

test('what comes while the disk is busy is its next write, in order', async () => {
  const { writes, write } = slowDisk();
  const first = write([put('a')]);
  await soon();
  const others = [write([put('b'), put('c')]), write([put('d')])];
  await soon();
  expect(writes.map(({ keys }) => keys)).toEqual([['a']]);
  writes[0]?.end();
  await first;
  await soon();
  expect(writes.map(({ keys }) => keys)).toEqual([['a'], ['b', 'c', 'd']]);
  writes[1]?.end();
  await Promise.all(others);
});

test('a write that fails fails for all whose it was, and the next one is tried', async () => {
  const { writes, write } = slowDisk();
  const both = Promise.allSettled([write([put('a')]), write([put('b')])]);
  await soon();
  writes[0]?.end(new Error('disk full'));
  expect((await both).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  const next = write([put('c')]);
  await soon();
  writes[1]?.end();
  await expect(next).resolves.toBeUndefined();
});

test('nothing to write is no write', async () => {
  const { writes, write } = slowDisk();
  await write([]);
  expect(writes).toEqual([]);
});
