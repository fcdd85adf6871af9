import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { FlowNode } from '../node-red/support/runtime';
import { NodeRedEditor } from './support/node-red-editor';

const PATH = '/alertwire/answers';
const listening = { z: 'tab', x: 300, name: '', path: PATH, language: 'en' };

const flow: readonly FlowNode[] = [
  { id: 'tab', type: 'tab', label: 'Night shift' },
  {
    ...{ id: 'links', type: 'alertwire-link-response', y: 100, wires: [[], [], []] },
    ...listening,
  },
  {
    ...{ id: 'mattermost', type: 'alertwire-mattermost-response', y: 200, publicAddress: '' },
    ...{ ...listening, wires: [[], [], [], []] },
  },
];

describe.each(['4.1', '5.0'] as const)('response nodes in the editor %s', (version) => {
  let editor: NodeRedEditor;
  let page: Page;

  beforeAll(async () => {
    editor = await NodeRedEditor.start({ version, flow, height: 1300 });
    page = editor.page;
  });
  afterAll(() => editor?.stop());

  /** As the editor marks it. */
  const errorsOf = async (id: string) =>
    JSON.stringify(await editor.stored<string[] | undefined>(id, 'validationErrors'));

  test('show their address, which follows what is entered', async () => {
    await editor.open('mattermost');
    const shown = page.locator('#alertwire-response-url code');
    expect(await shown.textContent()).toBe(editor.runtime.url(PATH));
    await page.fill('#node-input-publicAddress', 'https://flows.example.com/answers');
    await page.locator('#node-input-publicAddress').press('End');
    expect(await shown.textContent()).toBe('https://flows.example.com/answers');
    await editor.close('#node-dialog-cancel');
  });

  test('say when another node has the same path', async () => {
    expect(await errorsOf('links')).toContain('Another node has this path');
    expect(await errorsOf('mattermost')).toContain('Another node has this path');
    await editor.open('links');
    await page.fill('#node-input-path', 'links');
    await page.locator('#node-input-path').press('End');
    expect(await page.locator('#alertwire-link-url code').textContent()).toBe(
      editor.runtime.url('/links'),
    );
    await editor.close();
    expect(await errorsOf('links')).toContain('A path is literal');
    await editor.open('links');
    await page.fill('#node-input-path', '/alertwire/links');
    await editor.close();
    expect(await errorsOf('links')).not.toContain('path');
  });

  test('get a signing key that is made in its dialog and shown once', async () => {
    await editor.open('links');
    await page.locator('#node-input-btn-signingKey-add').click();
    const shown = page.locator('#alertwire-key-shown code');
    const first = await shown.textContent();
    expect(first).toMatch(/^[\w-]{43}$/);
    expect(await page.locator('#alertwire-key-hint').textContent()).toContain('Copy it now');
    await page.locator('#alertwire-key-generate').click();
    expect(await shown.textContent()).toMatch(/^[\w-]{43}$/);
    expect(await shown.textContent()).not.toBe(first);
    expect(await page.locator('#node-config-input-key').inputValue()).toBe(
      await shown.textContent(),
    );
    await editor.close('#node-config-dialog-ok');
    await editor.close();
    expect(await editor.stored('links', 'valid')).toBe(true);
    await editor.open('links');
    await page.locator('#node-input-btn-signingKey-edit').click();
    await page.waitForSelector('#node-config-input-key');
    expect(await shown.count()).toBe(0);
    expect(await page.locator('#alertwire-key-hint').textContent()).toContain('not shown');
    await editor.close('#node-config-dialog-cancel');
    await editor.close('#node-dialog-cancel');
    expect(editor.errors).toEqual([]);
  });
});
