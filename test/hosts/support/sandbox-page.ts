import type { Browser, Locator, Page } from 'playwright-core';

/** The sandbox's page: four chats side by side, and what the on-call platforms know. */
export class SandboxPage {
  private constructor(readonly page: Page) {}

  static async open(browser: Browser, url: string): Promise<SandboxPage> {
    const page = await browser.newPage({ viewport: { width: 2400, height: 1400 } });
    page.setDefaultTimeout(90_000);
    await page.goto(url);
    return new SandboxPage(page);
  }

  /** Opens a channel of a chat; its messages. */
  async channel(chat: string, name: string): Promise<Locator> {
    const column = this.page.getByRole('region', { name: chat, exact: true });
    const tabs = column.getByRole('group', { name: 'Channels' });
    await tabs.getByRole('button', { name }).first().click();
    return column.getByRole('log');
  }

  /** The newest alert that an on-call platform remembers. */
  alert(platform: string): Locator {
    const pane = this.page.getByRole('region', { name: `On-call: ${platform}` });
    return pane.locator('.alert').first();
  }
}
