import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { FlowNode } from '../node-red/support/runtime';
import { NodeRedEditor } from './support/node-red-editor';

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
  let editor: NodeRedEditor;
  let page: Page;

  beforeAll(async () => {
    editor = await NodeRedEditor.start({ version, flow, height: 1700 });
    page = editor.page;
  });
  afterAll(() => editor?.stop());

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
    await editor.open('slack');
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
    await editor.close();
    expect(await editor.stored('slack', 'ownButtons')).toEqual([]);
  });

  test('in Mattermost need an address; what was chosen and written is stored', async () => {
    await editor.open('mattermost');
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
    await editor.close();
    expect(await editor.stored('mattermost', 'buttonActions')).toEqual(['accept', 'escalate']);
    expect(await editor.stored('mattermost', 'ownButtons')).toEqual([
      { name: 'Restart checkout', style: 'danger', confirm: 'Restart all of it?' },
    ]);
    expect(await editor.stored('mattermost', 'signingKey')).toBe('key');
    await editor.open('mattermost');
    expect(await list.locator('.alertwire-name').inputValue()).toBe('Restart checkout');
    await page.fill('#node-input-answerAddress', '');
    await editor.close();
    expect(editor.errors).toEqual([]);
    expect(await editor.stored('mattermost', 'valid')).toBe(false);
  });
});
