import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Message, type Sandbox, startSandbox } from '../../sandbox/index';
import type { BotChat } from '../conformance/bots/bot-chats';
import { CHATS, doorsAt, loopFlow, type People, peopleAt, targetsAt } from './support/loop';
import { Runtime } from './support/runtime';

let sandbox: Sandbox;
let runtime: Runtime;
let people: People;

beforeAll(async () => {
  runtime = await Runtime.start();
  const [targets, doors] = [targetsAt(runtime), doorsAt(runtime)];
  sandbox = await startSandbox({ rateWindowScale: 0, targets, doors });
  people = peopleAt(sandbox);
  const from = runtime.told.length;
  await runtime.deploy(loopFlow(sandbox, runtime));
  await runtime.status('dingtalk-response', /^listening, address registered/, from);
});
afterAll(async () => {
  await runtime.stop();
  await sandbox.close();
});
beforeEach(() => people.ask('/inspect/reset', {}));

interface Acted {
  readonly result: { readonly ok: boolean; readonly code: string; readonly message: string };
  readonly audit: object;
  readonly command: { readonly user: { readonly name?: string } };
}
interface Pane {
  readonly id: string;
  readonly state: string;
  readonly history: readonly { readonly eventType: string }[];
}
type Platform = 'ilert' | 'flashduty';

const alertsAt = (platform: Platform): Promise<readonly Pane[]> =>
  people.ask(`/${platform}/overview`);
const paneOf = async (alertId: string, platform: Platform = 'ilert') =>
  (await alertsAt(platform)).find(({ id }) => id === alertId) as Pane;

/** A new alert, once all chats show it. */
const raise = async (platform: Platform = 'ilert'): Promise<string> => {
  const eventType = platform === 'ilert' ? 'alert-created' : 'i_new';
  const { alertId } = await people.ask(`/${platform}/send`, { eventType });
  await people.everywhere(alertId, () => true);
  return alertId;
};

/** As Slack does. */
const tell = (click: object, at: string): Promise<Response> => {
  const body = new URLSearchParams({ payload: JSON.stringify(click) }).toString();
  const { signingSecret = '' } =
    sandbox.bots.find(({ inbound }) => inbound?.signingSecret)?.inbound ?? {};
  const proof = createHmac('sha256', signingSecret).update(`v0:${at}:${body}`).digest('hex');
  return fetch(runtime.url('/answers/slack'), {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': at,
      'x-slack-signature': `v0=${proof}`,
    },
    body,
  });
};

/** Does something, and waits for what comes of it at the on-call platform. */
const andThen = async (doing: () => Promise<unknown>): Promise<Acted> => {
  const nth = runtime.messages('acted').length + 1;
  await doing();
  return (await runtime.message('acted', nth)) as unknown as Acted;
};
const press = async (chat: BotChat, alertId: string, control: string, value?: string) => {
  const card = await people.cardIn(chat, alertId);
  return andThen(async () => {
    expect(await people.press(chat, card, control, value)).toMatchObject({ ok: true });
  });
};
const isAccepted = ({ text }: Message): boolean => text.includes('👀');
const counted = ({ history }: Pane, type: string): number =>
  history.filter(({ eventType }) => eventType === type).length;
const slack = CHATS.find(({ id }) => id === 'slack') as BotChat;

describe.each(CHATS)('a click in $name', (chat) => {
  test('accepts: the pane and the cards of all chats show it, and who clicked is told', async () => {
    const id = await raise();
    expect(await press(chat, id, 'accept')).toMatchObject({
      result: { ok: true, code: 'done' },
      audit: { action: 'accept', chat: chat.id, ok: true },
    });
    await people.everywhere(id, isAccepted);
    expect(await paneOf(id)).toMatchObject({ state: 'accepted' });
    expect(await people.cards(id)).toHaveLength(CHATS.length);
    await people.told(chat, /^Accepted\.$/);
  });

  test('that is the second at the same time is told so, and changes nothing twice', async () => {
    const id = await raise();
    const card = await people.cardIn(chat, id);
    const nth = runtime.messages('acted').length + 1;
    await Promise.all([1, 2].map(() => people.press(chat, card, 'accept')));
    const { command } = (await runtime.message('acted', nth)) as unknown as Acted;
    await people.everywhere(id, isAccepted);
    const typed = await andThen(() => people.say(chat, card.channel, `accept ${id}`));
    expect(typed.result).toMatchObject({ ok: true, code: 'already_done' });
    // The platform names the owner of the key, the cards whoever clicked.
    await people.told(chat, new RegExp(`^Already accepted by ${command.user.name ?? ''}`));
    expect(counted(await paneOf(id), 'alert-acknowledged')).toBe(1);
    expect(await people.cards(id)).toHaveLength(CHATS.length);
  });

  test('on a card that is out of date says so, and brings the cards up to date', async () => {
    const id = await raise();
    const { baseUrl, credential } = sandbox.oncalls[0] as (typeof sandbox.oncalls)[number];
    await people.ask('/ilert/target', { url: 'http://127.0.0.1:9/' });
    const headers = { authorization: `Bearer ${credential.apiKey}` };
    await fetch(`${baseUrl}/alerts/${id}/accept`, { method: 'PUT', headers });
    const { result } = await press(chat, id, 'accept');
    await people.ask('/ilert/target', targetsAt(runtime).ilert);
    expect(result).toMatchObject({ ok: true, code: 'already_done' });
    await people.everywhere(id, isAccepted);
    expect(counted(await paneOf(id), 'alert-acknowledged')).toBe(1);
  });

  test('that the platform refuses changes no card, and who clicked is told', async () => {
    const id = await raise();
    await people.ask('/inspect/faults', { kind: 'status', platform: 'ilert', status: 403 });
    const { result } = await press(chat, id, 'accept');
    expect(result.ok).toBe(false);
    await people.told(chat, new RegExp(result.message.slice(0, 20)));
    expect((await people.cards(id)).map(({ history }) => history.length)).toEqual([1, 1, 1, 1]);
  });
});

test('who clicks while the platform is down is told, and the cards stay as they are', async () => {
  const id = await raise();
  await people.ask('/inspect/faults', { kind: 'reset', platform: 'ilert', times: 50 });
  const { result } = await press(slack, id, 'accept');
  await fetch(`${sandbox.url}/inspect/faults`, { method: 'DELETE' });
  expect(result.ok).toBe(false);
  await people.told(slack, new RegExp(result.message.slice(0, 20)));
  expect((await people.cards(id)).map(({ history }) => history.length)).toEqual([1, 1, 1, 1]);
});

test('a request of Slack that somebody sends again is refused, and nothing comes of it', async () => {
  const id = await raise();
  const card = await people.cardIn(slack, id);
  const [, value] =
    /"action_id":"accept","value":"([^"]+)"/.exec(JSON.stringify(card.payload)) ?? [];
  const click = {
    type: 'block_actions',
    user: { id: 'U0PRIYARAM', username: 'priya.raman' },
    channel: { id: 'C0OPSALERT', name: 'ops-alerts' },
    container: { type: 'message', message_ts: card.ref, channel_id: 'C0OPSALERT' },
    trigger_id: '1.2.3',
    actions: [{ type: 'button', action_id: 'accept', value, action_ts: '1795291860.887000' }],
  };
  const at = String(Math.floor(Date.now() / 1000));
  const first = await andThen(() => tell(click, at));
  expect(first.result).toMatchObject({ ok: true, code: 'done' });
  expect((await tell(click, at)).status).toBe(401);
  const next = await andThen(() => people.say(slack, '#ops-alerts', `resolve ${id}`));
  expect(next.audit).toMatchObject({ action: 'resolve' });
});

test('an incident of Flashduty is snoozed, escalated and resolved from different chats', async () => {
  const id = await raise('flashduty');
  const { payload } = await people.cardIn(slack, id);
  const [menu] = /minutes:[\w.-]+/.exec(JSON.stringify(payload)) ?? [''];
  const snoozed = await press(slack, id, menu, '120');
  expect(snoozed.result).toMatchObject({ ok: true, code: 'done' });
  expect(await paneOf(id, 'flashduty')).toMatchObject({ snoozedUntil: expect.anything() });
  const [, teams, mattermost] = CHATS as [BotChat, BotChat, BotChat];
  const escalated = await press(teams, id, 'escalate');
  expect(escalated.result).toMatchObject({ ok: true, code: 'done' });
  const resolved = await press(mattermost, id, 'resolve');
  expect(resolved.result).toMatchObject({ ok: true, code: 'done' });
  await people.everywhere(id, ({ text }) => text.includes('✅'));
  expect(await paneOf(id, 'flashduty')).toMatchObject({ state: 'resolved', level: 2 });
});

describe.each(CHATS)('a line in $name', (chat) => {
  const channel = () => chat.facts.channel;

  test('creates an alert that all chats show', async () => {
    const title = `Checkout of ${chat.id} is down`;
    const { result } = await andThen(() => people.say(chat, channel(), `create ${title}`));
    expect(result).toMatchObject({ ok: true, code: 'done' });
    const created = (await alertsAt('ilert')).at(-1) as Pane;
    await people.everywhere(created.id, ({ text }) => text.includes(title));
    expect(await people.cards(created.id)).toHaveLength(CHATS.length);
  });

  test('asks who is on call, and only that person is answered', async () => {
    const before = await people.messages();
    const { result } = await andThen(() => people.say(chat, channel(), 'oncall'));
    expect(result).toMatchObject({ ok: true });
    await people.told(chat, /on call/i);
    const added = (await people.messages()).slice(before.length);
    expect(added.filter(({ platform }) => platform !== chat.id)).toEqual([]);
  });
});
