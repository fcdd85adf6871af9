import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Sandbox, startSandbox } from '../../sandbox/index';
import { BOT_CHATS, type BotChat } from '../conformance/bots/bot-chats';
import { eventOf } from '../core/card/alerts';
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

const slack = BOT_CHATS.find(({ id }) => id === 'slack') as BotChat;
const alert = eventOf({ capabilities: ['accept', 'resolve', 'escalate', 'snooze'] });
const BUTTONS = {
  buttons: 'callback',
  signingKey: 'key',
  buttonActions: ['accept', 'resolve', 'escalate', 'snooze'],
  ownButtons: [{ name: 'Restart checkout', style: 'danger', confirm: 'Restart all of it?' }],
  answerAddress: 'https://flows.example.com/answers',
};
const shown = async () => JSON.stringify((await messagesAt(sandbox)).map(({ payload }) => payload));

describe.each(BOT_CHATS)('the sender to $name', (chat) => {
  test('draws the buttons that were chosen, and those of its own', async () => {
    await runtime.deploy(senderFlow(sandbox, chat, BUTTONS));
    expect((await receive({ payload: alert })).delivery.receipt).toBe('posted');
    for (const label of ['Accept', 'Resolve', 'Escalate', 'Snooze', 'Restart checkout'])
      expect(await shown()).toContain(label);
  });

  test('draws none without being told', async () => {
    await runtime.deploy(senderFlow(sandbox, chat));
    await receive({ payload: alert });
    expect(await shown()).not.toContain('Accept');
  });

  test('shows in a preview what a card would have', async () => {
    await runtime.deploy(senderFlow(sandbox, chat, { ...BUTTONS, operation: 'preview' }));
    const { rendered } = await receive({ payload: alert });
    expect(JSON.stringify(rendered?.payload)).toContain('Restart checkout');
    expect(await messagesAt(sandbox)).toEqual([]);
  });
});

describe.each(['upsert', 'preview'])('what is missing is said by %s', (operation) => {
  test.each([
    { what: 'a signing key', more: { signingKey: '' }, code: 'buttons.no_signing_key' },
    {
      what: 'the address of links',
      more: { buttons: 'links', answerAddress: '' },
      code: 'buttons.no_address',
    },
  ])('$what, before the first alert and with it', async ({ more, code }) => {
    const from = runtime.told.length;
    await runtime.deploy(senderFlow(sandbox, slack, { ...BUTTONS, ...more, operation }));
    await runtime.status('alert', new RegExp(`^${code}$`), from);
    const { error, delivery } = await receive({ payload: alert }, 'caught');
    expect(error).toMatchObject({ code });
    expect(delivery).toMatchObject({ receipt: 'failed', problem: { code } });
    expect(await messagesAt(sandbox)).toEqual([]);
  });
});

test('a webhook has signed links to the page that asks again', async () => {
  const hook = sandbox.hooks.find(({ platform }) => platform === 'slack');
  const webhook = {
    id: 'hook',
    type: 'alertwire-slack-webhook',
    credentials: { webhookUrl: hook?.url },
  };
  const links = { ...BUTTONS, buttons: 'links', authentication: 'webhook', connection: 'hook' };
  await runtime.deploy(senderFlow(sandbox, slack, links, [webhook]));
  await receive({ payload: alert });
  expect(await shown()).toMatch(/https:\/\/flows\.example\.com\/answers\?b=[\w.-]+/);
});
