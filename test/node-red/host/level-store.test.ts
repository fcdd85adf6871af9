import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { testEvent } from '../../../core/index';
import type { Entry } from '../../../node-red/host/journal/entry';
import { KeptStore } from '../../../node-red/host/journal/kept-store';
import { openLevelStore } from '../../../node-red/host/journal/level-store';

const folder = () => join(mkdtempSync(join(tmpdir(), 'alertwire-store-')), 'alertwire');
const entry = (id: string): Entry => {
  const event = { ...testEvent(1), id };
  return { event, node: 'in', acceptedAt: 1, sentAt: 1, redelivered: 0 };
};
const put = (id: string) => [{ type: 'put', key: id, value: entry(id) }] as const;

beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
});
afterEach(() => {
  jest.useRealTimers();
});

test('what was written is there when the folder is opened again', async () => {
  const path = folder();
  const first = await openLevelStore(path);
  await first.write([...put('a'), ...put('b')]);
  await first.write([{ type: 'del', key: 'a' }]);
  await first.close();
  const second = await openLevelStore(path);
  expect(await second.get('a')).toBeUndefined();
  expect(await second.get('b')).toEqual(entry('b'));
  expect(await second.all()).toEqual([entry('b')]);
  await second.close();
});

test('a deploy does not close the store: the next user comes in time', async () => {
  const path = folder();
  const store = new KeptStore(path);
  store.use();
  const opened = await store.open();
  store.release();
  store.use();
  jest.advanceTimersByTime(60_000);
  expect(await store.open()).toBe(opened);
  await store.write(put('a'));
  await opened.close();
});

test('nobody uses it any more: it is closed, and others may open the folder', async () => {
  const path = folder();
  const store = new KeptStore(path);
  store.use();
  const opened = await store.open();
  const closed = jest.spyOn(opened, 'close');
  store.release();
  await jest.advanceTimersByTimeAsync(10_000);
  expect(closed).toHaveBeenCalledTimes(1);
  await closed.mock.results[0].value;
  const other = await openLevelStore(path);
  await other.close();
});

test('a locked folder is tried again, but not at every request', async () => {
  const path = folder();
  const lock = await openLevelStore(path);
  const store = new KeptStore(path);
  const refused = store.open();
  await expect(refused).rejects.toThrow();
  expect(store.open()).toBe(refused);
  await lock.close();
  jest.advanceTimersByTime(2_000);
  const opened = await store.open();
  await opened.close();
});
