import { expect, test } from '@jest/globals';
import { Lanes } from '../../../node-red/host/lanes';

/** Work that ends when told to. */
const held = (log: string[], name: string) => {
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const work = async () => {
    log.push(`start ${name}`);
    await ended;
    log.push(`end ${name}`);
  };
  return { work, end: () => end() };
};

test('one lane goes in order, other lanes do not wait for it', async () => {
  const log: string[] = [];
  const lanes = new Lanes(10);
  const [a1, a2, b1] = ['a1', 'a2', 'b1'].map((name) => held(log, name));
  const all = [lanes.run('a', a1.work), lanes.run('a', a2.work), lanes.run('b', b1.work)];
  b1.end();
  await all[2];
  expect(log).toEqual(['start a1', 'start b1', 'end b1']);
  a2.end();
  a1.end();
  await Promise.all(all);
  expect(log.slice(3)).toEqual(['end a1', 'start a2', 'end a2']);
});

test('only so many lanes are open at once', async () => {
  const log: string[] = [];
  const lanes = new Lanes(10, 2);
  const works = ['a', 'b', 'c'].map((name) => held(log, name));
  const all = works.map(({ work }, index) => lanes.run(String(index), work));
  await null;
  expect(log).toEqual(['start a', 'start b']);
  works[0].end();
  await all[0];
  for (const { end } of works) end();
  await Promise.all(all);
  expect(log).toContain('start c');
});

test('work that fails gives its place to the next', async () => {
  const lanes = new Lanes(10, 1);
  await expect(lanes.run('a', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  await expect(lanes.run('a', async () => 'next')).resolves.toBe('next');
});

test('beyond the limit work is refused with a code, and taken again later', async () => {
  const log: string[] = [];
  const lanes = new Lanes(1);
  const first = held(log, 'first');
  const running = lanes.run('a', first.work);
  await expect(lanes.run('b', async () => {})).rejects.toMatchObject({
    code: 'delivery.queue_full',
  });
  first.end();
  await running;
  await expect(lanes.run('b', async () => 'taken')).resolves.toBe('taken');
});
