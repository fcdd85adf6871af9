import { type Browser, type Locator, type Page, selectors } from 'playwright-core';
import type { N8nApplication } from './n8n-application';

/** n8n's editor as a person uses it. */
export class N8nEditor {
  private constructor(readonly page: Page) {}

  /** Signs in and opens an empty workflow. */
  static async open(browser: Browser, { url, owner }: N8nApplication): Promise<N8nEditor> {
    selectors.setTestIdAttribute('data-test-id');
    const page = await browser.newPage({ viewport: { width: 1440, height: 1000 } });
    page.setDefaultTimeout(90_000);
    await page.goto(`${url}/signin`);
    await page.locator('input[type=email]').fill(owner.email);
    await page.locator('input[type=password]').fill(owner.password);
    await page.getByTestId('form-submit-button').click();
    await page.waitForURL(/home|workflow/);
    const editor = new N8nEditor(page);
    await editor.newWorkflow(url);
    return editor;
  }

  async newWorkflow(url: string): Promise<void> {
    await this.page.goto(`${url}/workflow/new`);
    await this.page.getByTestId('canvas-wrapper').waitFor();
  }

  /** Looks in the panel for a node, by a word people would use. */
  async find(word: string, name: string): Promise<Locator> {
    const bar = this.page.getByTestId('node-creator-search-bar');
    if (!(await bar.isVisible())) await this.page.keyboard.press('n');
    await bar.fill(word);
    const found = this.page.getByTestId('node-creator-item-name').getByText(name, { exact: true });
    await found.waitFor();
    return found;
  }

  /** Adds a node, whose dialog opens; `choice` is a line of its page in the panel. */
  async add(name: string, choice: string): Promise<Locator> {
    await (await this.find(name, name)).click();
    const line = this.page.getByText(choice, { exact: true });
    // Where a node has a trigger beside it, an empty workflow is offered that first
    const folded = this.page.getByText(/^Actions \(\d+\)$/);
    await line.or(folded).first().waitFor();
    if (!(await line.isVisible())) await folded.click();
    await line.click();
    const dialog = this.page.getByTestId('ndv');
    await dialog.waitFor();
    return dialog;
  }

  /** Opens an empty credential of the first kind the open node asks for. */
  async newCredential(): Promise<void> {
    await this.page.getByTestId('ndv').getByTestId('node-credentials-select').first().click();
    const items = this.page.getByTestId('node-credentials-select-item-new');
    await items.filter({ visible: true }).click();
  }

  /** Creates another credential for the open node, and opens it again: n8n tests it then. */
  async createCredential(field: string, value: string): Promise<Locator> {
    await this.newCredential();
    await this.page.getByTestId(`parameter-input-${field}`).locator('input').fill(value);
    const dialog = this.page.getByTestId('credential-edit-dialog');
    await this.page.getByTestId('credential-save-button').click();
    // n8n closes the dialog when the test passes, and keeps it open when it does not
    await dialog.waitFor({ state: 'hidden' });
    await this.page.getByTestId('credential-edit-button').first().click();
    await dialog.waitFor();
    return dialog;
  }
}
