import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Locator } from 'playwright-core';
import type { Message } from '../../sandbox/index';
import { launchChromium } from '../support/chromium';
import { allMessages, cardsOf, FOUR_CHATS, placesOf } from './support/cards';
import { type N8nApplication, startN8n } from './support/n8n-application';
import { SandboxPage } from './support/sandbox-page';

let n8n: N8nApplication;
let browser: Browser;
let page: SandboxPage;

beforeAll(async () => {
  n8n = await startN8n();
  browser = await launchChromium();
  page = await SandboxPage.open(browser, n8n.sandboxUrl);
});
afterAll(async () => {
  await browser?.close();
  await n8n?.stop();
});

/** Where the example brings alerts, and what people read there. */
const CHATS = [
  { name: 'Slack', channel: '#ops-alerts', accept: 'Accept', accepted: /Accepted by/ },
  { name: 'Microsoft Teams', channel: 'Ops alerts', accept: 'Accept', accepted: /Accepted by/ },
  { name: 'Mattermost', channel: 'ops-alerts', accept: 'Accept', accepted: /Accepted by/ },
  { name: 'DingTalk', channel: 'On call', accept: '认领', accepted: /已认领/ },
];

const post = async <T>(path: string, body: object): Promise<T> => {
  const answer = await fetch(`${n8n.sandboxUrl}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const said = await answer.text();
  if (!answer.ok) throw new Error(`The sandbox refused ${path}: ${said}`);
  return JSON.parse(said);
};

interface Sent {
  readonly alertId: string;
  readonly body: { readonly priority?: string };
}

/** An alert that the example brings to all chats; what is low goes to one alone. */
const raise = async (platform: string, eventType: string): Promise<string> => {
  for (;;) {
    const { alertId, body } = await post<Sent>(`/${platform}/send`, { eventType });
    if (body.priority !== 'LOW') return alertId;
  }
};

async function until<Result>(look: () => Promise<Result | undefined>): Promise<Result> {
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

describe('a click on the sandbox’s page, with the real n8n', () => {
  it.each(CHATS)(
    'in $name changes the cards of all four chats, and the alert where it came from',
    async ({ name, accept }) => {
      const id = await raise('ilert', 'alert-created');
      const cards: (readonly [Locator, RegExp, string])[] = [];
      for (const chat of CHATS) {
        const messages = await page.channel(chat.name, chat.channel);
        cards.push([
          messages.getByRole('article').filter({ hasText: id }),
          chat.accepted,
          chat.name,
        ]);
      }
      for (const [card] of cards) await card.first().waitFor();
      const [own] = cards.find(([, , chat]) => chat === name) ?? [];
      await own?.first().getByRole('button', { name: accept }).click();
      for (const [card, accepted] of cards)
        await card.first().getByText(accepted).first().waitFor();
      for (const [card] of cards)
        expect(await card.getByRole('button', { name: accept }).count()).toBe(0);
      expect(await page.alert('ilert').locator('.pill').textContent()).toMatch(/accepted/i);
    },
  );
});

describe('what people do in chat, with the real n8n', () => {
  const messages = () => allMessages(n8n.sandboxUrl);
  /** The newest card of each chat, once all of them are as wanted. */
  const cards = (wanted: (card: Message) => boolean) =>
    until(async () => {
      const all = cardsOf(await messages()).filter(({ onlyFor }) => onlyFor === null);
      const newest = FOUR_CHATS.flatMap((place) => {
        const there = all.findLast((card) => placesOf([card])[0] === place);
        return there && wanted(there) ? [there] : [];
      });
      return newest.length === FOUR_CHATS.length ? newest : undefined;
    });
  const says = (words: RegExp) => (card: Message) =>
    words.test(card.text + JSON.stringify(card.payload));
  const press = (chat: string, channel: string, by: string, action: object, on: Message[]) => {
    const card = on.find(({ platform }) => platform === chat);
    return post(`/inspect/chats/${chat}/press`, { channel, message: card?.ref, by, ...action });
  };
  const isNew = (count: number) => (card: Message) => Number(card.id.replace(/\D+/g, '')) > count;
  const lastMessage = async () =>
    Math.max(0, ...(await messages()).map(({ id }) => Number(id.replace(/\D+/g, ''))));

  it('escalates and snoozes where the platform can, and resolves', async () => {
    const before = await lastMessage();
    await raise('flashduty', 'i_new');
    const fresh = await cards(isNew(before));
    await press('mattermost', 'ops-alerts', ADA, { control: 'escalate' }, fresh);
    await cards((card) => isNew(before)(card) && says(/Escalated|已升级/)(card));
    await press('dingtalk', 'On call', PRIYA.dingtalk, { control: 'snooze2' }, fresh);
    await cards((card) => isNew(before)(card) && says(/Snoozed|已暂停/)(card));
    await press('teams', 'Ops alerts', PRIYA.teams, { control: 'resolve' }, fresh);
    expect((await cards((card) => isNew(before)(card) && says(/✅/)(card))).length).toBe(4);
    const told = (await messages()).filter(
      ({ onlyFor, channel }) => onlyFor !== null || channel === '@ada',
    );
    expect(told.map(({ text }) => text)).toEqual(
      expect.arrayContaining([
        expect.stringContaining('Escalated'),
        expect.stringContaining('Resolved'),
      ]),
    );
  });

  it('creates an alert that somebody types, and answers who is on call to the one who asks', async () => {
    const say = (text: string) =>
      post('/inspect/chats/slack/say', { channel: '#ops-alerts', text, by: PRIYA.slack });
    await say('/alertwire create Backups of the ledger are late');
    await cards(says(/Backups of the ledger are late/));
    await say('/alertwire on-call');
    const answer = await until(async () =>
      (await messages()).find(
        ({ text, onlyFor }) => onlyFor === '@priya.raman' && /on call/i.test(text),
      ),
    );
    expect(answer.channel).toBe('#ops-alerts');
  });

  it('tells only whoever asked what cannot be done, and leaves every card alone', async () => {
    const changes = async () => cardsOf(await messages()).flatMap(({ history }) => history).length;
    const before = await changes();
    const by = { channel: '#ops-alerts', by: PRIYA.slack };
    await post('/inspect/chats/slack/say', { ...by, text: '/alertwire accept 1' });
    const answer = await until(async () =>
      (await messages()).find(({ text }) => /not found|no alert|does not/i.test(text)),
    );
    expect(answer.onlyFor).toBe('@priya.raman');
    expect(await changes()).toBe(before + 1);
  });
});

const ADA = 'sandbox1person1adaada1aada';
const PRIYA = { slack: 'U0PRIYARAM', teams: '29:1sandboxPerson410021', dingtalk: 'manager4101' };
