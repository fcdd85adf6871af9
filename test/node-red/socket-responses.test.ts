import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { socketOf } from '../../core/index';
import { useSandbox } from '../conformance/support/sandbox';
import { useNodeRedHttp } from '../conformance/support/transports';
import { CHATS, onCanvas, peopleOf } from './support/answers';
import { askUntil } from './support/ask-until';
import { type FlowNode, Runtime } from './support/runtime';

const sandbox = useSandbox();
const http = useNodeRedHttp();
let runtime: Runtime;
beforeAll(async () => {
  runtime = await Runtime.start();
});
afterAll(() => runtime.stop());

/** What each stand-in says of its open connections, and how it asks for others. */
const GATEWAYS: Readonly<
  Record<string, { open: string; count: (told: never) => number; renew: string; wrong: object }>
> = {
  slack: {
    open: 'sockets',
    count: (told: readonly { readonly connections: number }[]) =>
      told.reduce((sum, { connections }) => sum + connections, 0),
    renew: 'sockets/refresh',
    wrong: { appToken: 'xapp-nobody' },
  },
  dingtalk: {
    open: 'streams',
    count: (told: readonly object[]) => told.length,
    renew: 'streams/disconnect',
    wrong: { clientSecret: 'nobody' },
  },
};

describe.each(CHATS.filter(({ id }) => socketOf(id)))('a socket of $id', (chat) => {
  const people = peopleOf(chat, sandbox, http);
  const gateway = GATEWAYS[chat.id];
  const flow = (more: object = {}) => people.flow({ receiveBy: 'socket', ...more });
  const connected = (from: number) => runtime.status('response', /^connected · \d\d:\d\d$/, from);
  const deploy = async (more: object = {}, added: FlowNode[] = []) => {
    const from = runtime.told.length;
    await runtime.deploy([...flow(more), ...added]);
    await connected(from);
  };
  const open = async (): Promise<number> => {
    const told = await fetch(`${sandbox.url}/inspect/chats/${chat.id}/${gateway.open}`);
    return gateway.count((await told.json()) as never);
  };
  const next = (sink = 'actions') => {
    const nth = runtime.messages(sink).length + 1;
    return () => runtime.message(sink, nth);
  };

  beforeEach(() => deploy());

  test('presses and lines come out, without any address', async () => {
    const [arrived, more] = [next(), runtime.messages('actions').length + 2];
    const message = await people.post({}, {});
    expect(await people.press(message, 'accept')).toMatchObject({ ok: true });
    expect(await arrived()).toMatchObject({
      payload: { action: 'accept', alert: { id: '4711' }, messageRef: { message } },
    });
    await people.say('resolve 4711 it was DNS');
    expect(await runtime.message('actions', more)).toMatchObject({
      payload: { action: 'resolve', arguments: { note: 'it was DNS' } },
    });
  });

  test('the chat has its answer while the flow is held up', async () => {
    const opens = join(mkdtempSync(join(tmpdir(), 'alertwire-gate-')), 'open');
    const gate = onCanvas({ id: 'gate', type: 'test-gate', opens, wires: [['late']] } as FlowNode);
    await deploy({ wires: [['gate'], [], [], []] }, [
      gate,
      onCanvas({ id: 'late', type: 'test-sink' }),
    ]);
    const nth = runtime.messages('late').length + 1;
    const message = await people.post({}, {});
    expect(await people.press(message, 'accept')).toMatchObject({ ok: true });
    expect(runtime.messages('late')).toHaveLength(nth - 1);
    writeFileSync(opens, '');
    expect(await runtime.message('late', nth)).toMatchObject({ payload: { action: 'accept' } });
  });

  test('a deploy closes the connection before it is through', async () => {
    expect(await open()).toBe(1);
    await runtime.deploy(flow({ d: true }));
    expect(await open()).toBe(0);
    await deploy();
    await deploy();
    expect(await open()).toBe(1);
  });

  test('without a signing key or with a wrong secret it says so, and takes nothing', async () => {
    let from = runtime.told.length;
    await runtime.deploy(flow({ signingKey: '' }));
    await runtime.status('response', /^no signing key$/, from);
    expect(await open()).toBe(0);
    from = runtime.told.length;
    const wrong = flow().map((node) =>
      node.id === 'bot'
        ? { ...node, credentials: { ...people.credential(), ...gateway.wrong } }
        : node,
    );
    await runtime.deploy(wrong);
    await runtime.status('response', new RegExp(`^${chat.id}\\.`), from);
    expect(await open()).toBe(0);
  });
});

describe('what a chat does with its sockets', () => {
  const people = (id: string) =>
    peopleOf(CHATS.find((chat) => chat.id === id) as (typeof CHATS)[number], sandbox, http);

  const socketsOfSlack = async (): Promise<number> => {
    const told = await fetch(`${sandbox.url}/inspect/chats/slack/sockets`);
    return GATEWAYS.slack.count((await told.json()) as never);
  };

  test('Slack asks for a new connection, and nothing is lost', async () => {
    const slack = people('slack');
    const from = runtime.told.length;
    await runtime.deploy(slack.flow({ receiveBy: 'socket' }));
    await runtime.status('response', /^connected/, from);
    await slack.act('sockets/refresh', {});
    await askUntil(async () => (await socketsOfSlack()) > 0);
    const nth = runtime.messages('actions').length + 1;
    expect(await slack.say('accept 4711')).toMatchObject({ ok: true });
    expect(await runtime.message('actions', nth)).toMatchObject({ payload: { action: 'accept' } });
  });

  test('DingTalk cuts a stream off, and it is opened again', async () => {
    const dingtalk = people('dingtalk');
    let from = runtime.told.length;
    await runtime.deploy(dingtalk.flow({ receiveBy: 'socket' }));
    await runtime.status('response', /^connected/, from);
    from = runtime.told.length;
    await dingtalk.act('streams/disconnect', { abruptly: true });
    await runtime.status('response', /^socket\.lost/, from);
    await runtime.status('response', /^connected/, from);
    const nth = runtime.messages('actions').length + 1;
    expect(await dingtalk.say('accept 4711')).toMatchObject({ ok: true });
    expect(await runtime.message('actions', nth)).toMatchObject({ payload: { action: 'accept' } });
  });
});
