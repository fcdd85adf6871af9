import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { type FlowNode, Runtime } from '../node-red/support/runtime';
import { launchChromium } from '../support/chromium';

interface Editor {
  nodes: { node(id: string): Record<string, unknown> & { valid: boolean } };
}
declare const RED: Editor;

const shots = process.env.ALERTWIRE_SCREENSHOTS;
const CHATS = ['slack', 'mattermost'] as const;

/** As flows have them from the time before there were buttons. */
const flow: readonly FlowNode[] = [
  { id: 'tab', type: 'tab', label: 'Night shift' },
  {
    id: 'key',
    type: 'alertwire-signing-key',
    name: 'buttons',
    credentials: { key: 'k'.repeat(40) },
  },
  ...CHATS.map((chat, nth) => ({
    ...{ id: chat, type: `alertwire-${chat}-alert`, z: 'tab', x: 300, y: 100 + 100 * nth },
    ...{ name: '', resource: 'alert', operation: 'upsert', alertSource: 'input', events: [] },
    ...{ labels: [], mentions: [], maxWaitSeconds: 30, wires: [[]] },
  })),
];

describe.each(['4.1', '5.0'] as const)('the buttons in the editor of Node-RED %s', (version) => {
  let browser: Browser;
  let page: Page;
  let runtime: Runtime;
  const errors: string[] = [];

  beforeAll(async () => {
    runtime = await Runtime.start({ version });
    await runtime.deploy(flow);
    browser = await launchChromium();
    page = await browser.newPage({ viewport: { width: 1400, height: 1700 } });
    page.setDefaultTimeout(60_000);
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(runtime.admin(''));
    await page.waitForSelector('[id="slack"]');
  });
  afterAll(async () => {
    await browser?.close();
    await runtime?.stop();
  });

  const open = async (id: string) => {
    await page.locator(`[id="${id}"] .red-ui-flow-node`).click();
    await page
      .locator(`[id="${id}"].red-ui-flow-node-selected, [id="${id}"] .red-ui-flow-node-selected`)
      .first()
      .waitFor();
    await page.keyboard.press('Enter');
    await page.waitForSelector('#node-dialog-ok');
  };
  const close = async () => {
    await page.locator('#node-dialog-ok').click();
    await page.locator('#node-dialog-ok').waitFor({ state: 'detached' });
  };
  const stored = (id: string, name: string) =>
    page.evaluate(([node, field]) => RED.nodes.node(node)[field], [id, name] as const);
  /** What there is to enter about buttons. */
  const asked = async (chat: string) => {
    const rows = {
      signingKey: '#node-input-signingKey',
      answerAddress: '#node-input-answerAddress',
      askNote: '#node-input-askNote',
      buttonActions: `#alertwire-${chat}-alert-buttonActions`,
      ownButtons: `#alertwire-${chat}-alert-ownButtons`,
    };
    const found = Object.entries(rows).map(async ([name, selector]) => {
      const row = page.locator('.form-row').filter({ has: page.locator(selector) });
      return (await row.first().isVisible()) ? [name] : [];
    });
    return (await Promise.all(found)).flat();
  };

  test('are asked about only where a card is to have some', async () => {
    await open('slack');
    expect(await page.locator('#node-input-buttons').inputValue()).toBe('none');
    expect(await asked('slack')).toEqual([]);
    await page.selectOption('#node-input-buttons', 'callback');
    expect(await asked('slack')).toEqual(['signingKey', 'askNote', 'buttonActions', 'ownButtons']);
    await page.selectOption('#node-input-buttons', 'links');
    expect(await asked('slack')).toEqual([
      ...['signingKey', 'answerAddress', 'buttonActions', 'ownButtons'],
    ]);
    await page.selectOption('#node-input-operation', 'test');
    expect(await asked('slack')).toEqual([]);
    await page.selectOption('#node-input-operation', 'upsert');
    await page.selectOption('#node-input-buttons', 'none');
    await close();
    expect(await stored('slack', 'ownButtons')).toEqual([]);
  });

  test('in Mattermost need an address; what was chosen and written is stored', async () => {
    await open('mattermost');
    await page.selectOption('#node-input-buttons', 'callback');
    expect(await asked('mattermost')).toContain('answerAddress');
    await page.selectOption('#node-input-signingKey', 'key');
    await page.fill('#node-input-answerAddress', 'https://flows.example.com/answers');
    const actions = page.locator('#alertwire-mattermost-alert-buttonActions');
    await actions.getByLabel('Accept', { exact: true }).check();
    await actions.getByLabel('Escalate', { exact: true }).check();
    const list = page.locator('.form-row').filter({
      has: page.locator('#alertwire-mattermost-alert-ownButtons'),
    });
    await list.locator('.red-ui-editableList-addButton').click();
    await list.locator('.alertwire-name').fill('Restart checkout');
    await list.locator('.alertwire-style').selectOption('danger');
    await list.locator('.alertwire-confirm').fill('Restart all of it?');
    if (shots) await page.screenshot({ path: join(shots, `${version}-buttons.png`) });
    await close();
    expect(await stored('mattermost', 'buttonActions')).toEqual(['accept', 'escalate']);
    expect(await stored('mattermost', 'ownButtons')).toEqual([
      { name: 'Restart checkout', style: 'danger', confirm: 'Restart all of it?' },
    ]);
    expect(await stored('mattermost', 'signingKey')).toBe('key');
    await open('mattermost');
    expect(await list.locator('.alertwire-name').inputValue()).toBe('Restart checkout');
    await page.fill('#node-input-answerAddress', '');
    await close();
    expect(errors).toEqual([]);
    const node = await page.evaluate(() => RED.nodes.node('mattermost').valid);
    expect(node).toBe(false);
  });
});
