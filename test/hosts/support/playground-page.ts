import type { Browser, Locator, Page, WebSocket } from 'playwright-core';

/** What the Playground writes down of a call, as its log panel gets it. */
export interface Call {
  readonly activityName: string;
  readonly from: 'User Application' | 'Microsoft 365 Agents Playground';
  readonly request: { readonly body: Readonly<Record<string, unknown>> };
  readonly response: { readonly statusCode: number };
}

/** Its fonts are on servers of Microsoft's; it looks as well without. */
const isOutside = ({ hostname }: URL): boolean => !['127.0.0.1', 'localhost'].includes(hostname);

/** The Playground as a person uses it. */
export class PlaygroundPage {
  private constructor(
    readonly page: Page,
    private readonly log: WebSocket,
  ) {}

  static async open(browser: Browser, url: string): Promise<PlaygroundPage> {
    const page = await browser.newPage({ viewport: { width: 1300, height: 1000 } });
    await page.route(isOutside, (route) => route.abort());
    const log = page.waitForEvent('websocket', (socket) => socket.url().includes('/log/'));
    await page.goto(url);
    return new PlaygroundPage(page, await log);
  }

  /** The next call of the bot for which `wanted` holds. */
  async called(wanted: (call: Call) => boolean): Promise<Call> {
    let found: Call | undefined;
    await this.log.waitForEvent('framereceived', ({ payload }) => {
      const call: Call | undefined = JSON.parse(String(payload)).log;
      if (call?.from !== 'User Application' || !wanted(call)) return false;
      found = call;
      return true;
    });
    if (!found) throw new Error('The log ended.');
    return found;
  }

  /** Shows a channel, by its team and its name. */
  async goTo(channel: string): Promise<void> {
    await this.page.getByRole('treeitem', { name: channel }).click();
    await this.post.waitFor();
  }

  /** Mentions the bot in a new post. */
  async say(bot: string, text: string): Promise<void> {
    await this.page.getByRole('textbox').first().click();
    await this.page.keyboard.type('@');
    await this.page.getByRole('menuitem', { name: bot }).click();
    await this.page.keyboard.type(` ${text}`);
    await this.post.click();
  }

  /** The card with these words. */
  card(words: string): Locator {
    return this.page.locator('.ac-adaptiveCard', { hasText: words });
  }

  private get post() {
    return this.page.getByText('Post', { exact: true });
  }
}
