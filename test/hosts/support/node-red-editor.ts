import type { Browser, Page } from 'playwright-core';
import { type FlowNode, Runtime, type Version } from '../../node-red/support/runtime';
import { launchChromium } from '../../support/chromium';

/** What the editor's own script has, as far as this asks for it. */
declare const RED: { nodes: { node(id: string): Record<string, unknown> } };

interface Start {
  readonly version: Version;
  readonly flow?: readonly FlowNode[];
  /** In pixels; a dialog is as high as the window. */
  readonly height: number;
}

/** Node-RED's editor as a person uses it, in a Node-RED of its own. */
export class NodeRedEditor {
  /** What scripts of the page threw. */
  readonly errors: string[] = [];

  private constructor(
    readonly runtime: Runtime,
    private readonly browser: Browser,
    readonly page: Page,
  ) {
    page.setDefaultTimeout(60_000);
    page.on('pageerror', (error) => this.errors.push(error.message));
  }

  static async start({ version, flow = [], height }: Start): Promise<NodeRedEditor> {
    const runtime = await Runtime.start({ version });
    if (flow.length > 0) await runtime.deploy(flow);
    const browser = await launchChromium();
    const page = await browser.newPage({ viewport: { width: 1400, height } });
    const editor = new NodeRedEditor(runtime, browser, page);
    await page.goto(runtime.admin(''));
    await page.waitForSelector("[data-palette-type='alertwire-slack-alert']");
    const onTab = flow.find(({ z }) => z);
    if (onTab) await page.waitForSelector(`[id="${onTab.id}"]`);
    return editor;
  }

  async stop(): Promise<void> {
    await this.browser.close();
    await this.runtime.stop();
  }

  /** By the keyboard: whether two clicks are a double click depends on the speed of the machine. */
  async open(id: string): Promise<void> {
    await this.page.locator(`[id="${id}"] .red-ui-flow-node`).click();
    await this.page
      .locator(`[id="${id}"].red-ui-flow-node-selected, [id="${id}"] .red-ui-flow-node-selected`)
      .first()
      .waitFor();
    await this.page.keyboard.press('Enter');
    await this.page.waitForSelector('#node-dialog-ok');
    await this.page.waitForFunction(
      () => !document.querySelector('.red-ui-tray.ui-draggable-dragging'),
    );
    await this.page.locator('#node-dialog-ok').scrollIntoViewIfNeeded();
  }

  async close(button = '#node-dialog-ok'): Promise<void> {
    await this.page.locator(button).click();
    await this.page.locator(button).waitFor({ state: 'detached' });
  }

  /** What the editor has of a node. */
  stored<T>(id: string, name: string): Promise<T> {
    return this.page.evaluate(([node, field]) => RED.nodes.node(node)[field], [
      id,
      name,
    ] as const) as Promise<T>;
  }

  async deploy(): Promise<void> {
    const from = this.runtime.told.length;
    await this.page.locator('#red-ui-header-button-deploy').click();
    await this.runtime.until(({ event }) => event === 'started', from);
    await this.page.waitForSelector('#red-ui-header-button-deploy.disabled');
  }
}
