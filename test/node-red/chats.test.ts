import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { findChat } from '../../core/index';
import type { Hook } from '../../sandbox/index';
import { CHAT_FACTS, type ChatFacts } from '../conformance/chats';
import { useSandbox } from '../conformance/support/sandbox';
import { eventOf } from '../core/card/alerts';
import type { FlowNode } from './support/runtime';
import { Runtime } from './support/runtime';

/** The connection of every chat; a new chat is a line here. */
const CONNECTIONS: Readonly<Record<string, string>> = {
  dingtalk: 'alertwire-dingtalk-robot',
  mattermost: 'alertwire-mattermost-webhook',
  slack: 'alertwire-slack-webhook',
  teams: 'alertwire-teams-workflow',
};

/** What has no place on the canvas, Node-RED takes for a config node. */
const onCanvas = (node: FlowNode): FlowNode => ({ z: 'tab', x: 0, y: 0, wires: [], ...node });

/** Values of fields that only one chat has, and where they are seen in the message. */
const OWN: Readonly<Record<string, object>> = {
  dingtalk: { keyword: '#告警#', messageType: 'markdown' },
  mattermost: { priority: 'urgent', channel: '~town-square' },
};
const SEEN: Readonly<Record<string, object>> = {
  dingtalk: { markdown: { text: expect.stringMatching(/#告警#$/) } },
  mattermost: { priority: { priority: 'urgent' }, channel: 'town-square' },
};

const sandbox = useSandbox();
let runtime: Runtime;
/** Every alert is another one: the same would have its card already. */
let heard = 0;
beforeAll(async () => {
  runtime = await Runtime.start();
});
afterAll(() => runtime.stop());

describe.each(Object.entries(CONNECTIONS))('%s', (chat, connection) => {
  const facts = CHAT_FACTS[chat] as ChatFacts;

  const flowTo = (hook: Hook): FlowNode[] => [
    { id: 'tab', type: 'tab', label: chat },
    { id: 'connection', type: connection, name: '', credentials: facts.credential(hook) },
    onCanvas({
      id: 'alert',
      type: `alertwire-${chat}-alert`,
      connection: 'connection',
      resource: 'alert',
      operation: 'upsert',
      alertSource: 'input',
      mentions: [facts.mention],
      maxWaitSeconds: 30,
      ...OWN[chat],
      wires: [['sent']],
    }),
    onCanvas({ id: 'catch', type: 'catch', scope: ['alert'], wires: [['caught']] }),
    ...['sent', 'caught'].map((id) => onCanvas({ id, type: 'test-sink' })),
  ];

  const receive = async (sink: string) => {
    const before = runtime.messages(sink).length;
    heard += 1;
    await runtime.receive('alert', { payload: eventOf({ alert: { id: `${chat} ${heard}` } }) });
    return runtime.message(sink, before + 1);
  };

  const attempt = async (hook: Hook) => {
    const answer = await fetch(runtime.admin(`alertwire/connection/${connection}/try`), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ id: '', credentials: facts.credential(hook), post: false }),
    });
    return answer.json();
  };

  test('takes an alert with the chat’s own fields, and notifies whom the receipt names', async () => {
    await runtime.deploy(flowTo(sandbox.open(chat)));
    const { delivery } = await receive('sent');
    expect(delivery).toMatchObject({ receipt: 'posted', chat, pings: [facts.mention] });
    const [{ payload, pings }] = await sandbox.messages();
    expect(pings).toHaveLength(1);
    expect(payload).toMatchObject(SEEN[chat] ?? {});
  });

  test('refuses by its own words, without a secret of the connection', async () => {
    const hook = sandbox.closed(chat).at(-1) as Hook;
    await runtime.deploy(flowTo(hook));
    const caught = await receive('caught');
    expect(caught.error).toMatchObject({ code: expect.stringMatching(`^${chat}\\.`) });
    for (const secret of Object.values(facts.credential(hook))) {
      expect(JSON.stringify([caught, runtime.logs()])).not.toContain(secret);
    }
  });

  test('proves a connection without posting, and says how far', async () => {
    const { probe } = findChat(chat)?.transports.webhook ?? {};
    const proof = probe === undefined ? 'plausible' : probe.unproven ? 'partly' : 'known';
    expect(await attempt(sandbox.open(chat))).toEqual({ ok: true, proof });
    expect(await sandbox.messages()).toEqual([]);
  });
});
