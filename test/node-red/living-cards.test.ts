import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Sandbox, startSandbox } from '../../sandbox/start';
import { ilertBody } from './support/bodies';
import { ids } from './support/flows';
import { cardsOf, countOf, livingFlow } from './support/living';
import { post } from './support/post';
import { Runtime, type Settings } from './support/runtime';

let sandbox: Sandbox;
const opened: Runtime[] = [];
beforeEach(async () => {
  sandbox = await startSandbox({ rateWindowScale: 0 });
});
afterEach(async () => {
  for (const runtime of opened.splice(0)) await runtime.stop();
  await sandbox.close();
});
const start = async (settings: Settings = {}) => {
  const runtime = await Runtime.start(settings);
  opened.push(runtime);
  return runtime;
};

const FAST = { messagesPerMinute: 60_000 };
const stormOf = (count: number, round = 0) =>
  Array.from({ length: count }, (_, index) =>
    ilertBody('alert-created', { summary: `Storm <${round}-${index}>`.replace(/[<>]/g, '_') }),
  );

/** Everything that was answered 202, also where the process ends on the way. */
const postAll = (runtime: Runtime, bodies: ReturnType<typeof stormOf>, taken: Set<string>) =>
  bodies.map(async (body) => {
    const answer = await post(runtime, body).catch(() => undefined);
    if (answer?.status === 202) taken.add(body.summary);
  });

/** In the middle of a storm: some cards are there, and most are not. */
const someAreShown = async (before: number) => {
  while ((await cardsOf(sandbox)).length < before + 3);
};

/** Every message that leaves the sender may be the last one that was missing. */
const untilAllShown = async (runtime: Runtime, words: ReadonlySet<string>) => {
  for (let nth = 1; countOf(await cardsOf(sandbox), words).includes(0); nth += 1)
    await runtime.message('sent', nth);
};

test('killed five times amid a hundred alerts: nothing that was taken is lost, nor shown twice', async () => {
  let runtime = await start({ version: '4.1' });
  const { userDir } = runtime;
  await runtime.deploy(livingFlow(sandbox, FAST));
  const taken = new Set<string>();
  for (let round = 0; round < 5; round += 1) {
    const before = (await cardsOf(sandbox)).length;
    const posting = postAll(runtime, stormOf(20, round), taken);
    await someAreShown(before);
    await runtime.kill();
    await Promise.all(posting);
    runtime = await start({ version: '4.1', userDir });
  }
  expect(taken.size).toBeGreaterThan(15);
  await untilAllShown(runtime, taken);
  const counts = countOf(await cardsOf(sandbox), taken);
  expect(counts.filter((count) => count > 1)).toEqual([]);
}, 300_000);

test('a deploy in the middle of a storm loses nothing and shows nothing twice', async () => {
  const runtime = await start();
  await runtime.deploy(livingFlow(sandbox, FAST));
  const taken = new Set<string>();
  const posting = postAll(runtime, stormOf(40), taken);
  await someAreShown(0);
  await runtime.deploy(livingFlow(sandbox, FAST));
  await Promise.all(posting);
  await untilAllShown(runtime, taken);
  expect(taken.size).toBeGreaterThan(3);
  expect(countOf(await cardsOf(sandbox), taken)).toEqual([...taken].map(() => 1));
});

describe.each([
  { kept: 'on disk', connection: {} },
  { kept: 'in a context store', connection: { store: 'context', contextStore: 'files' } },
])('a card kept $kept', ({ connection }) => {
  const more = {
    contextStorage: {
      default: { module: 'memory' },
      files: { module: 'localfilesystem', config: { cache: false } },
    },
  };

  test('is changed after a restart, and no second one is posted', async () => {
    const first = await start({ more });
    await first.deploy(livingFlow(sandbox, {}, connection));
    const body = ilertBody();
    await post(first, body);
    const { delivery: posted } = await first.message('sent');
    expect(posted).toMatchObject({ receipt: 'posted' });
    await first.kill();
    const second = await start({ more, userDir: first.userDir });
    await post(second, ilertBody('alert-resolved', { id: body.id, status: 'RESOLVED' }));
    const { delivery: updated } = await second.message('sent');
    expect(updated).toMatchObject({
      receipt: 'updated',
      messageRef: (posted as { messageRef: object }).messageRef,
    });
    expect(await cardsOf(sandbox)).toHaveLength(1);
  });
});

test('a card kept in memory is changed after a deploy, and forgotten after a restart', async () => {
  const memory = { store: 'memory' };
  const first = await start();
  await first.deploy(livingFlow(sandbox, {}, memory));
  const body = ilertBody();
  await post(first, body);
  await first.message('sent');
  await first.deploy(livingFlow(sandbox, { name: 'another' }, memory));
  await post(first, ilertBody('alert-acknowledged', { id: body.id }));
  expect((await first.message('sent', 2)).delivery).toMatchObject({ receipt: 'updated' });
  await first.kill();
  const second = await start({ userDir: first.userDir });
  await post(second, ilertBody('alert-resolved', { id: body.id, status: 'RESOLVED' }));
  await second.message('sent');
  expect(await cardsOf(sandbox)).toHaveLength(2);
});

test('a context store that does not exist is named, and cards go out all the same', async () => {
  const runtime = await start();
  await runtime.deploy(livingFlow(sandbox, {}, { store: 'context', contextStore: 'nosuch' }));
  await runtime.status(ids.slack, /^cards are not kept$/);
  await post(runtime, ilertBody());
  const { delivery } = await runtime.message('sent');
  expect(delivery).toMatchObject({
    receipt: 'posted',
    reasons: [expect.stringContaining('store: unavailable')],
  });
  await runtime.status(ids.slack, /^cards are not kept · posted/);
  expect(runtime.logs('bot').join('\n')).toMatch(/no context store named "nosuch"/);
});
