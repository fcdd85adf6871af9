import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Sandbox, startSandbox } from '../../sandbox/start';
import { eventOf } from '../core/card/alerts';
import type { FlowNode } from './support/runtime';
import { Runtime } from './support/runtime';

let sandbox: Sandbox;
let runtime: Runtime;
let outside: Server;
let pings = 0;
let answerPing = 200;
const waiting: (() => void)[] = [];

beforeAll(async () => {
  sandbox = await startSandbox({ rateWindowScale: 0 });
  runtime = await Runtime.start();
  outside = createServer((_request, response) => {
    pings += 1;
    response.statusCode = answerPing;
    response.end('OK');
    for (const wake of waiting.splice(0)) wake();
  });
  await new Promise<void>((resolve) => outside.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  await runtime.stop();
  await sandbox.close();
  outside.close();
});

const nextPing = () => new Promise<void>((resolve) => waiting.push(resolve));
const pingUrl = () => `http://127.0.0.1:${(outside.address() as AddressInfo).port}/secretPing`;
const onCanvas = (node: FlowNode): FlowNode => ({ z: 'tab', x: 0, y: 0, wires: [], ...node });

const flow = (watch: object, channel?: string): FlowNode[] => {
  const bot = sandbox.bots.find(
    ({ platform, name }) => platform === 'slack' && name === 'Alertwire',
  );
  const credentials = { accessToken: bot?.credential.botToken, baseUrl: bot?.baseUrl };
  return [
    { id: 'tab', type: 'tab', label: 'watch' },
    { id: 'bot', type: 'alertwire-slack-bot', name: '', credentials },
    onCanvas({
      id: 'alert',
      type: 'alertwire-slack-alert',
      authentication: 'bot',
      botConnection: 'bot',
      resource: 'alert',
      operation: 'upsert',
      channelId: channel ?? bot?.channels.find(({ answers }) => answers === 'ok')?.id,
      maxWaitSeconds: 5,
      wires: [['sent']],
    }),
    onCanvas({
      id: 'watch',
      type: 'alertwire-alert-watch',
      notAcceptedAfterMinutes: 0,
      remindEveryMinutes: 0,
      mostReminders: 0,
      heartbeatName: 'job',
      heartbeatEveryMinutes: 60,
      sweepEverySeconds: 1,
      wires: [['notAccepted', 'alert'], ['undelivered'], ['lost']],
      credentials: { pingUrl: '' },
      ...watch,
    }),
    ...['sent', 'notAccepted', 'undelivered', 'lost'].map((id) =>
      onCanvas({ id, type: 'test-sink' }),
    ),
  ];
};

const now = () => new Date().toISOString();
const sweep = async () => {
  const from = runtime.told.length;
  await runtime.status('watch', /told/, from);
};

test('what nobody accepts is told once, and its card speaks', async () => {
  await runtime.deploy(flow({ notAcceptedAfterMinutes: 0.001 }));
  const alert = { id: 'unheeded', startedAt: now() };
  await runtime.receive('alert', { payload: eventOf({ occurredAt: now(), alert }) });
  expect((await runtime.message('sent')).delivery).toMatchObject({ receipt: 'posted' });
  expect(await runtime.message('notAccepted')).toMatchObject({
    topic: 'unheeded',
    payload: { type: 'not-accepted', alert: { id: 'unheeded', status: 'open' } },
    decision: { effect: 'announce' },
  });
  expect((await runtime.message('sent', 2)).delivery).toMatchObject({ receipt: 'replied' });
  await sweep();
  await sweep();
  expect(runtime.messages('notAccepted')).toHaveLength(1);
  // A deploy forgets nothing of that.
  await runtime.deploy(flow({ notAcceptedAfterMinutes: 0.001, name: 'again' }));
  await sweep();
  expect(runtime.messages('notAccepted')).toHaveLength(1);
});

test('what a chat refused for good is told once, with the destination', async () => {
  await runtime.deploy(flow({}, 'C0NOWHERE'));
  const alert = { id: 'lost', startedAt: now() };
  await runtime.receive('alert', { payload: eventOf({ id: 'lost', alert }) });
  expect(await runtime.message('undelivered')).toMatchObject({
    payload: { alert: { id: 'lost' } },
    delivery: {
      destination: JSON.stringify(['bot', 'C0NOWHERE']),
      problem: { code: 'slack.channel_not_found' },
    },
  });
  await sweep();
  expect(runtime.messages('undelivered')).toHaveLength(1);
});

test('a source that goes silent is an alert, and it ends when it is heard again', async () => {
  const often = { heartbeatEveryMinutes: 1 / 60 };
  await runtime.deploy(flow(often));
  const beat = { payload: eventOf({ alert: { labels: { job: 'watchdog' } } }) };
  await runtime.receive('watch', beat);
  expect(await runtime.message('lost')).toMatchObject({
    payload: {
      type: 'created',
      alert: { title: 'No heartbeat from watchdog', status: 'open', severity: 'critical' },
    },
  });
  await sweep();
  expect(runtime.messages('lost')).toHaveLength(1);
  // It is remembered on disk that it is lost.
  const { userDir } = runtime;
  await runtime.kill();
  runtime = await Runtime.start({ userDir });
  await sweep();
  expect(runtime.messages('lost')).toEqual([]);
  await runtime.receive('watch', beat);
  expect(await runtime.message('lost')).toMatchObject({
    payload: { type: 'resolved', alert: { status: 'resolved' } },
  });
});

test('what is no alert is no heartbeat', async () => {
  await runtime.receive('watch', { payload: 'beep' });
  const error = await runtime.until(
    ({ event, id, level, text }) => event === 'log' && id === 'watch' && level === 20 && text,
  );
  expect(error).toMatch(/alert/);
});

test('somebody outside is called after a good sweep, and the address is told nowhere', async () => {
  await runtime.deploy(flow({ credentials: { pingUrl: pingUrl() } }));
  await nextPing();
  await sweep();
  answerPing = 500;
  await runtime.status('watch', /^ping failed/, runtime.told.length);
  expect(runtime.logs('watch').join('\n')).toMatch(/answered 500/);
  const flows = await (await fetch(runtime.admin('flows'))).text();
  expect(flows + JSON.stringify(runtime.told)).not.toContain('secretPing');
});

test('a store that cannot be read makes no good sweep, and nobody outside is called', async () => {
  const cards = { store: 'context', contextStore: 'nosuch' };
  const nodes = flow({ credentials: { pingUrl: pingUrl() } }).map((node) =>
    node.id === 'bot' ? { ...node, ...cards } : node,
  );
  await runtime.deploy(nodes);
  await runtime.status('watch', /^sweep failed$/, runtime.told.length);
  const before = pings;
  await runtime.status('watch', /^sweep failed$/, runtime.told.length);
  expect(pings).toBe(before);
  expect(runtime.logs('watch').join('\n')).toMatch(/no context store named "nosuch"/);
});
