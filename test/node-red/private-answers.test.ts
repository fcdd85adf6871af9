import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { seal } from '../../core/answers/seal';
import { type Message, type Sandbox, startSandbox } from '../../sandbox/index';
import { BOT_CHATS, type BotChat } from '../conformance/bots/bot-chats';
import { eventOf } from '../core/card/alerts';
import { KEY, onCanvas } from './support/answers';
import { ChatServer } from './support/chat-server';
import { messagesAt, receiver, senderFlow } from './support/one-sender';
import { Runtime } from './support/runtime';

let sandbox: Sandbox;
let runtime: Runtime;
const receive = receiver(() => runtime);
beforeAll(async () => {
  sandbox = await startSandbox({ rateWindowScale: 0 });
  runtime = await Runtime.start();
});
afterAll(async () => {
  await runtime.stop();
  await sandbox.close();
});
beforeEach(() => fetch(`${sandbox.url}/inspect/reset`, { method: 'POST' }));

let clicks = 0;
const slack = BOT_CHATS.find(({ id }) => id === 'slack') as BotChat;
const created = () => eventOf({ id: `event ${++clicks}`, alert: { id: `alert ${clicks}` } });
const done = { ok: true, code: 'done', message: 'You took it on.' };
const refused = { ok: false, code: 'not_found', message: 'It is gone.', hint: 'Look at ilert.' };

/** Somebody pressed a button in a chat. */
const commandIn = (chat: string, answer: object) => ({
  schemaVersion: 1,
  id: `click ${++clicks}`,
  kind: 'alert-action',
  action: 'accept',
  arguments: {},
  chat,
  user: { id: 'somebody' },
  answer,
  receivedAt: '2026-11-20T10:05:00.000Z',
});

describe.each(BOT_CHATS)('who asked for something in $name', (chat) => {
  const { facts, id } = chat;
  const channel = () =>
    sandbox.bots
      .find(({ platform, name }) => platform === id && name === facts.able)
      ?.channels.find(({ name }) => name === facts.channel)?.id;
  const asked = (more: object) => ({
    command: commandIn(id, { person: facts.person.id, channel: channel() }),
    result: done,
    ...more,
  });
  /** Only they can read it. */
  const isPrivate = ({ onlyFor, channel: where }: Message) =>
    [facts.person.name, facts.person.channel].includes(onlyFor ?? where);
  const said = async () => (await messagesAt(sandbox)).filter(isPrivate).map(({ text }) => text);
  const cards = async () => (await messagesAt(sandbox)).filter((one) => !isPrivate(one));

  test('is told privately what came of it, beside the card', async () => {
    await runtime.deploy(senderFlow(sandbox, chat));
    const { delivery } = await receive({ payload: created(), ...asked({}) });
    expect(delivery).toMatchObject({ receipt: 'posted', answer: { receipt: 'posted' } });
    expect(await said()).toEqual([expect.stringContaining('You took it on.')]);
    expect(await cards()).toHaveLength(1);
  });

  test('is told why not, and the card stays as it is', async () => {
    await runtime.deploy(senderFlow(sandbox, chat));
    const { delivery } = await receive({ payload: created(), ...asked({ result: refused }) });
    expect(delivery).toMatchObject({
      receipt: 'skipped',
      reasons: [expect.stringContaining('not carried out')],
      answer: { receipt: 'posted' },
    });
    expect(await said()).toEqual([expect.stringContaining('It is gone. Look at ilert.')]);
    expect(await cards()).toEqual([]);
    await runtime.status('alert', /^answered · /);
  });

  test('is answered also where there is no alert', async () => {
    await runtime.deploy(senderFlow(sandbox, chat));
    const result = { ...done, message: 'Ada is on call.' };
    const { delivery } = await receive({ payload: [{ name: 'Ada' }], ...asked({ result }) });
    expect(delivery).toMatchObject({ receipt: 'skipped', answer: { receipt: 'posted' } });
    expect(await said()).toEqual([expect.stringContaining('Ada is on call.')]);
  });

  test('hears of it once, though two senders show the alert', async () => {
    const other = senderFlow(sandbox, chat).find((node) => node.id === 'alert');
    const elsewhere = onCanvas({ ...other, id: 'other', type: other?.type ?? '' });
    await runtime.deploy(senderFlow(sandbox, chat, {}, [elsewhere]));
    const message = { payload: created(), ...asked({}) };
    const first = await receive(message);
    const second = await receive(message, 'sent', 'other');
    expect(first.delivery.answer?.receipt).toBe('posted');
    expect(second.delivery.answer?.receipt).toBe('skipped');
    expect(await said()).toHaveLength(1);
  });

  test('is no matter of another chat, whose card changes all the same', async () => {
    await runtime.deploy(senderFlow(sandbox, chat));
    const command = commandIn('another', { person: facts.person.id });
    const { delivery } = await receive({ payload: created(), command, result: done });
    expect(delivery.receipt).toBe('posted');
    expect(delivery).not.toHaveProperty('answer');
    expect(await said()).toEqual([]);
  });
});

describe('who cannot be answered', () => {
  const nobody = (result: object) => ({
    command: commandIn('slack', { person: 'U0NOBODY00' }),
    result,
  });

  test('does not keep the card from changing, and the log says so', async () => {
    await runtime.deploy(senderFlow(sandbox, slack));
    const { delivery } = await receive({ payload: created(), ...nobody(done) });
    expect(delivery).toMatchObject({ receipt: 'posted', answer: { receipt: 'failed' } });
    await runtime.until(
      ({ event, id, level }) => event === 'log' && id === 'alert' && level === 30,
    );
    await runtime.status('alert', /^slack\.\w+ · /);
  });

  test('goes to Catch where nothing else was to be done', async () => {
    await runtime.deploy(senderFlow(sandbox, slack));
    const { delivery, error } = await receive({ payload: 1, ...nobody(refused) }, 'caught');
    expect(delivery).toMatchObject({ receipt: 'skipped', answer: { receipt: 'failed' } });
    expect(error?.code).toBe(delivery.answer?.problem?.code);
  });

  test('never hears of it in a channel: a webhook writes only to the address of the click', async () => {
    const webhookUrl = sandbox.hooks.find(({ platform }) => platform === 'slack')?.url;
    const hook = { id: 'hook', type: 'alertwire-slack-webhook', credentials: { webhookUrl } };
    const sender = { authentication: 'webhook', connection: 'hook', signingKey: 'key' };
    await runtime.deploy(senderFlow(sandbox, slack, sender, [hook]));
    const sealed = seal(`${sandbox.url}/slack/actions/T0/1/used-up`, { key: KEY });
    const command = commandIn('slack', { person: 'U0PRIYARAM', channel: 'C1', sealed });
    const message = { payload: created(), command, result: refused };
    const { delivery } = await receive(message, 'caught');
    expect(delivery).toMatchObject({ receipt: 'skipped', answer: { receipt: 'failed' } });
    expect(await messagesAt(sandbox)).toEqual([]);
    const requests = await (await fetch(`${sandbox.url}/inspect/requests`)).json();
    expect(requests).toMatchObject([{ path: expect.stringContaining('/slack/actions/T0/') }]);
  });
});

test('a card does not wait for the private answer', async () => {
  const held: (() => void)[] = [];
  const ok = '{"ok":true,"channel":"C0OPSALERT","ts":"1700000000.000100"}';
  const server = await ChatServer.start(({ path }, response) => {
    response.setHeader('content-type', 'application/json');
    if (path.endsWith('/chat.postEphemeral')) held.push(() => response.end(ok));
    else response.end(ok);
  });
  const credentials = {
    accessToken: 'xoxb-1001-2001-ofTheTests',
    baseUrl: new URL('/api', server.url).href,
  };
  const bot = { id: 'own', type: 'alertwire-slack-bot', store: 'memory', credentials };
  await runtime.deploy(senderFlow(sandbox, slack, { botConnection: 'own' }, [bot]));
  const command = commandIn('slack', { person: 'U0PRIYARAM', channel: 'C0OPSALERT' });
  const out = receive({ payload: created(), command, result: done });
  await Promise.all([server.nth(1), server.nth(2)]);
  const methods = server.got.map(({ path }) => path.split('.').at(-1)).sort();
  expect(methods).toEqual(['postEphemeral', 'postMessage']);
  expect(held).toHaveLength(1);
  held[0]?.();
  expect((await out).delivery).toMatchObject({ receipt: 'posted', answer: { receipt: 'posted' } });
  await server.close();
});
