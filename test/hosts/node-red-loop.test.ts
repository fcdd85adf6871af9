import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Locator } from 'playwright-core';
import { launchChromium } from '../support/chromium';
import { allMessages, cardsOf, FOUR_CHATS, placesOf } from './support/cards';
import { SandboxPage } from './support/sandbox-page';
import { type Served, serve } from './support/served';

let served: Served;
let browser: Browser;
let page: SandboxPage;

beforeAll(async () => {
  served = await serve('serve-node-red.mjs');
  browser = await launchChromium();
  page = await SandboxPage.open(browser, served.sandboxUrl);
});
afterAll(async () => {
  await browser?.close();
  await served?.stop();
});

/** Where the flow of npm start brings alerts, and what its buttons say there. */
const ENGLISH = {
  accept: 'Accept',
  resolve: 'Resolve',
  escalate: 'Escalate',
  accepted: 'Accepted by',
  resolved: 'Resolved by',
  escalated: 'Escalated',
  snoozed: 'Snoozed',
};
const CHATS = [
  { name: 'Slack', channel: '#ops-alerts', says: ENGLISH },
  { name: 'Microsoft Teams', channel: 'Ops alerts', says: ENGLISH },
  { name: 'Mattermost', channel: 'ops-alerts', says: ENGLISH },
  {
    name: 'DingTalk',
    channel: 'On call',
    says: {
      accept: '认领',
      resolve: '关闭',
      escalate: '升级',
      accepted: '已认领',
      resolved: '已解决',
      escalated: '已升级',
      snoozed: '已暂停',
    },
  },
] as const;
type Chat = (typeof CHATS)[number];
type Words = keyof Chat['says'];

interface Sent {
  readonly alertId: string;
  readonly body: { readonly priority?: string };
}

/** What people read of an id, counted from its end. */
const NUMBER_LENGTH = { ilert: 20, flashduty: 6 } as const;

/** An alert that goes to all chats; what is low goes to one alone. What the cards call it. */
const raise = async (platform: keyof typeof NUMBER_LENGTH, eventType: string): Promise<string> => {
  for (;;) {
    const answer = await fetch(`${served.sandboxUrl}/${platform}/send`, {
      method: 'POST',
      body: JSON.stringify({ eventType }),
    });
    const { alertId, body } = (await answer.json()) as Sent;
    if (body.priority !== 'LOW') return alertId.slice(-NUMBER_LENGTH[platform]).toUpperCase();
  }
};

const cardIn = async ({ name, channel }: Chat, alert: string): Promise<Locator> => {
  const messages = await page.channel(name, channel);
  return messages.getByRole('article').filter({ hasText: alert }).first();
};
/** All chats show it, at the same time. */
const everywhere = async (alert: string, word: Words) => {
  for (const chat of CHATS) {
    const card = await cardIn(chat, alert);
    await card.getByText(chat.says[word]).first().waitFor();
  }
};
const click = async (chat: Chat, alert: string, button: Words) => {
  const card = await cardIn(chat, alert);
  await card.getByRole('button', { name: chat.says[button] }).first().click();
};
const stateAt = (platform: string) => page.alert(platform).locator('.pill').first();
const [slack, teams, mattermost, dingtalk] = CHATS;

describe('on the page of npm start, a click', () => {
  it.each(CHATS)(
    'on Accept in $name changes the cards of all four chats, and the alert where it came from',
    async (chat) => {
      const alert = await raise('ilert', 'alert-created');
      for (const each of CHATS) await (await cardIn(each, alert)).waitFor();
      await click(chat, alert, 'accept');
      await everywhere(alert, 'accepted');
      await stateAt('ilert')
        .filter({ hasText: /accepted/i })
        .waitFor();
      const cards = cardsOf(await allMessages(served.sandboxUrl));
      const about = cards.filter(({ payload }) => JSON.stringify(payload).includes(alert));
      expect(placesOf(about)).toEqual(FOUR_CHATS);
    },
  );

  it('on Resolve closes the alert everywhere', async () => {
    const alert = await raise('ilert', 'alert-created');
    await click(mattermost, alert, 'resolve');
    await everywhere(alert, 'resolved');
    await stateAt('ilert')
      .filter({ hasText: /resolved/i })
      .waitFor();
  });

  it('snoozes an incident of Flashduty, and brings it to the next level', async () => {
    const alert = await raise('flashduty', 'i_new');
    const card = await cardIn(slack, alert);
    await card.getByLabel('Snooze').first().selectOption({ label: '2 hours' });
    await everywhere(alert, 'snoozed');
    await click(teams, alert, 'escalate');
    await everywhere(alert, 'escalated');
    await click(dingtalk, alert, 'resolve');
    await everywhere(alert, 'resolved');
  });
});

describe('a line that somebody types there', () => {
  const say = async (chat: Chat, line: string) => {
    await page.channel(chat.name, chat.channel);
    const box = page.page.getByLabel(`Say in ${chat.name}`);
    await box.fill(line);
    await box.press('Enter');
  };

  it('creates an alert that all four chats show', async () => {
    await say(slack, '/alertwire create Backups of the ledger are late');
    for (const chat of CHATS)
      await (await cardIn(chat, 'Backups of the ledger are late')).waitFor();
    const pane = page.alert('ilert');
    await pane.filter({ hasText: 'Backups of the ledger are late' }).waitFor();
  });

  it('is answered for the eyes of whoever typed it', async () => {
    await say(mattermost, '/alertwire oncall');
    const messages = await page.channel(mattermost.name, mattermost.channel);
    await messages
      .getByText(/on call/i)
      .last()
      .waitFor();
    const answers = (await allMessages(served.sandboxUrl)).filter(({ text }) =>
      /on call/i.test(text),
    );
    expect(answers.at(-1)).toMatchObject({ platform: 'mattermost', onlyFor: expect.any(String) });
  });
});
