import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { type SlackView, slackAt } from '../n8n/support/slack';
import { ChatServer } from '../node-red/support/chat-server';
import { launchChromium } from '../support/chromium';
import { messageAt } from '../support/sandbox-messages';
import { allMessages, cardsOf, FOUR_CHATS, isResolved, placesOf } from './support/cards';
import { freePort } from './support/free-port';
import { type Served, serve } from './support/served';
import { endNpmStart, inTerminal, runStart, withoutSecret } from './support/terminal';

const CHATS = ['slack', 'teams', 'mattermost', 'dingtalk'];

describe('npm start', () => {
  let served: Served;
  let slack: SlackView;
  let browser: Browser;
  let editor: Page;

  beforeAll(async () => {
    served = await serve('serve-node-red.mjs');
    slack = await slackAt(served.sandboxUrl);
    browser = await launchChromium();
    editor = await browser.newPage();
    await editor.goto(served.url);
    await editor.getByText('POST /alertwire/ilert').first().waitFor();
  });
  afterAll(async () => {
    await browser?.close();
    await served?.stop();
  });

  it('prints a line that shows a card in all four chats on the page of the sandbox, and changes it the next time', async () => {
    const page = await browser.newPage();
    await page.goto(served.sandboxUrl);
    for (const _time of ['first', 'second'])
      expect(JSON.parse(await inTerminal(served.tryLine))).toMatchObject({ accepted: 1 });
    for (const chat of ['Slack', 'Microsoft Teams', 'Mattermost', 'DingTalk']) {
      const feed = page.getByLabel(`${chat} messages`);
      await feed.getByText('Checkout latency above 2 s').first().waitFor();
    }
    for (const chat of CHATS)
      await messageAt(
        { url: served.sandboxUrl },
        ({ platform, history }) => platform === chat && history.length > 1,
      );
    expect(placesOf(cardsOf(await allMessages(served.sandboxUrl)))).toEqual(FOUR_CHATS);
    await page.close();
  });

  it('answers the same line without its secret with 401', async () => {
    expect(await inTerminal(withoutSecret(served.tryLine))).toBe('401');
  });

  it('plays a bad night through the flow: one card in each chat, and shows why the comment was dropped', async () => {
    await slack.reset();
    const page = await browser.newPage();
    await page.goto(served.sandboxUrl);
    await page.getByLabel('Speed').fill(await fastest(page));
    await page.getByRole('button', { name: 'Play a bad night' }).click();
    for (const chat of CHATS)
      await messageAt(
        { url: served.sandboxUrl },
        (message) => message.platform === chat && isResolved(message),
      );
    expect(placesOf(cardsOf(await allMessages(served.sandboxUrl)))).toEqual(FOUR_CHATS);
    const reason = /comment-added is not among the chosen events/;
    await editor.locator('#red-ui-sidebar-content, .red-ui-debug-content').first().waitFor();
    await editor.getByText(reason).first().waitFor({ state: 'attached' });
    await page.close();
  });

  it('offers the nodes of Node-RED itself, too', async () => {
    const headers = { accept: 'application/json' };
    const nodes: { id: string; err?: string }[] = await (
      await fetch(`${served.url}/nodes`, { headers })
    ).json();
    expect(nodes.map(({ id }) => id)).toContain('node-red/httpin');
    expect(nodes.filter(({ err }) => err !== undefined)).toEqual([]);
  });

  it('stops all of it on Ctrl-C; the next start knows its secret and what a person entered', async () => {
    const own = await ChatServer.start((_got, response) =>
      response.end(JSON.stringify({ ok: true, channel: 'C0OWNCHANNEL', ts: '1700000000.000100' })),
    );
    await enterOwnSlack(served.url, own.url);
    expect(await served.interrupt()).toBe(0);
    await expect(fetch(served.url)).rejects.toThrow();
    await expect(fetch(served.sandboxUrl)).rejects.toThrow();

    const again = await serve('serve-node-red.mjs', {
      ALERTWIRE_HOME: served.home,
      ALERTWIRE_PORT: new URL(served.url).port,
      ALERTWIRE_SANDBOX_PORT: new URL(served.sandboxUrl).port,
    });
    expect(again.tryLine).toBe(served.tryLine);
    await inTerminal(again.tryLine);
    const { headers, body } = await own.nth(1);
    expect(headers.authorization).toBe(`Bearer ${OWN.accessToken}`);
    expect(body).toContain(OWN.channelId);
    expect(await again.interrupt()).toBe(0);
    await own.close();
  });

  it('waits for a flow file that takes long to read', async () => {
    writeFileSync(join(served.home, 'node-red', 'flows.json'), JSON.stringify(manyComments()));
    const again = await serve('serve-node-red.mjs', { ALERTWIRE_HOME: served.home });
    expect(again.tryLine).toBe(served.tryLine.replace(served.url, again.url));
    expect(await again.interrupt()).toBe(0);
  });

  it('stops all of it when npm is ended from outside', async () => {
    const ports = {
      ALERTWIRE_PORT: String(await freePort()),
      ALERTWIRE_SANDBOX_PORT: String(await freePort()),
    };
    await endNpmStart({ ...ports, ALERTWIRE_HOME: served.home });
    for (const port of Object.values(ports))
      await expect(fetch(`http://127.0.0.1:${port}`)).rejects.toThrow();
  });

  it.each(['ALERTWIRE_PORT', 'ALERTWIRE_SANDBOX_PORT'])(
    'says so when the port of %s is taken',
    async (variable) => {
      const taken = createServer();
      const port = await freePort();
      await new Promise<void>((resolve) => taken.listen(port, '127.0.0.1', resolve));
      const ports = {
        ALERTWIRE_PORT: String(await freePort()),
        ALERTWIRE_SANDBOX_PORT: String(await freePort()),
        [variable]: String(port),
      };
      const { code, output } = await runStart(ports);
      expect(code).toBe(1);
      expect(output).toContain(`Port ${port} is taken by another program.`);
      expect(output).toContain(`${variable}=`);
      expect(output).not.toMatch(/ at .*\.mjs/);
      await new Promise((resolve) => taken.close(resolve));
    },
  );
});

const OWN = { accessToken: 'xoxb-of-a-person', channelId: 'C0OWNCHANNEL' };

/** As a person does in the dialogs of sender and bot, who then deploys. */
async function enterOwnSlack(url: string, baseUrl: string): Promise<void> {
  const headers = { 'Node-RED-API-Version': 'v2', 'content-type': 'application/json' };
  const { flows, rev } = await (await fetch(`${url}/flows`, { headers })).json();
  const { accessToken, channelId } = OWN;
  const entered: Readonly<Record<string, object>> = {
    'alertwire-slack-bot': { credentials: { accessToken, baseUrl } },
    'alertwire-slack-alert': { channelId },
  };
  const changed = flows.map((node: { type: string }) => ({ ...node, ...entered[node.type] }));
  const body = JSON.stringify({ flows: changed, rev });
  const answer = await fetch(`${url}/flows`, { method: 'POST', headers, body });
  expect(answer.status).toBe(200);
}

/** More than Node-RED reads before it says that it has started. */
const manyComments = () => [
  { id: 'tab', type: 'tab', label: 'Notes' },
  ...Array.from({ length: 15_000 }, (_, at) => ({ id: `note${at}`, type: 'comment', z: 'tab' })),
];

/** The right end of the slider. */
const fastest = async (page: Page): Promise<string> =>
  (await page.getByLabel('Speed').getAttribute('max')) ?? '';
