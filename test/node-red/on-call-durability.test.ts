import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type Sandbox, startSandbox } from '../../sandbox/start';
import { ilertBody } from './support/bodies';
import { exampleFlow, ids } from './support/flows';
import { Gate } from './support/gate';
import { post } from './support/post';
import { type FlowNode, Runtime, type Settings } from './support/runtime';

let sandbox: Sandbox;
let gate: Gate;
const started: Runtime[] = [];

beforeAll(async () => {
  sandbox = await startSandbox({ rateWindowScale: 0, target: { url: 'http://127.0.0.1:9/' } });
});
afterAll(() => sandbox.close());
beforeEach(async () => {
  gate = await Gate.to(sandbox.oncalls.find(({ platform }) => platform === 'ilert')?.baseUrl ?? '');
});
afterEach(async () => {
  for (const runtime of started.splice(0)) await runtime.stop();
  await gate.end();
});

const start = async (settings: Settings = {}) => {
  const runtime = await Runtime.start(settings);
  started.push(runtime);
  return runtime;
};

const tell = async (eventType: string) => {
  const body = JSON.stringify({ eventType });
  return (await fetch(`${sandbox.url}/ilert/send`, { method: 'POST', body })).json();
};

/** From alert in through the filter to the action, and no chat. */
const flow = (note = ''): FlowNode[] => {
  const account = sandbox.oncalls.find(({ platform }) => platform === 'ilert');
  return exampleFlow({
    nodes: {
      [ids.slack]: null,
      [ids.connection]: null,
      [ids.filter]: { wires: [['act'], []] },
    },
    add: [
      {
        id: 'act',
        type: 'alertwire-on-call-action',
        z: 'alertwire00flow1',
        name: note,
        platform: 'input',
        action: 'accept',
        ilert: 'way',
        wires: [['sent']],
      },
      {
        id: 'way',
        type: 'alertwire-ilert',
        name: '',
        credentials: { ...account?.credential, baseUrl: gate.url },
      },
    ],
  });
};

/** Credentials that come along count as changed, and whatever uses them is restarted. */
const unchanged = (nodes: readonly FlowNode[]) =>
  nodes.map(({ credentials: _, ...node }) => node as FlowNode);

const alert = async () => ilertBody('alert-created', { id: (await tell('alert-created')).alertId });

test('an alert that was acted on is dealt with: a restart does not bring it again', async () => {
  const first = await start();
  await first.deploy(flow());
  await post(first, await alert());
  expect(await first.message('sent')).toMatchObject({ result: { ok: true } });
  await first.kill();

  const second = await start({ userDir: first.userDir });
  await post(second, await alert());
  expect(await second.message('sent')).not.toHaveProperty('redelivered');
});

test('what a crash cut short is done after it', async () => {
  const first = await start();
  await first.deploy(flow());
  gate.close();
  const body = await alert();
  await post(first, body);
  await gate.knocked();
  await first.kill();
  gate.open();

  const second = await start({ userDir: first.userDir });
  expect(await second.message('sent')).toMatchObject({
    redelivered: true,
    result: { ok: true },
    payload: { type: 'accepted', alert: { id: body.id } },
  });
});

test('what a deploy cut short is done after it, and what follows hears of it', async () => {
  const runtime = await start();
  await runtime.deploy(flow());
  gate.close();
  const body = await alert();
  await post(runtime, body);
  await gate.knocked();
  const from = runtime.told.length;
  const deployed = runtime.deploy(unchanged(flow('renamed')), 'nodes');
  await runtime.until(({ text }) => text === 'Stopping modified nodes', from);
  gate.open();
  await deployed;
  const again = await runtime.until(
    ({ sink, message }) => sink === 'sent' && message?.redelivered && message,
  );
  expect(again).toMatchObject({ result: { ok: true }, payload: { alert: { id: body.id } } });
});

test('a deploy that leaves the action alone does not make it act twice', async () => {
  const runtime = await start();
  await runtime.deploy(flow());
  gate.close();
  await post(runtime, await alert());
  await gate.knocked();
  const other = { id: 'other', type: 'comment', z: 'alertwire00flow1', name: '', x: 0, y: 0 };
  await runtime.deploy([...unchanged(flow()), { ...other, wires: [] }], 'nodes');
  gate.open();
  expect(await runtime.message('sent')).toMatchObject({ result: { ok: true, code: 'done' } });
  await post(runtime, await alert());
  expect((await runtime.message('sent', 2)).redelivered).toBeUndefined();
});
