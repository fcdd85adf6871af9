import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { type Sandbox, startSandbox } from '../../sandbox/start';
import type { FlowNode, Runtime } from '../node-red/support/runtime';
import { NodeRedEditor } from './support/node-red-editor';

const shots = process.env.ALERTWIRE_SCREENSHOTS;
const PATH = '/alertwire/alerts';

/** As somebody finds them who drags them from the palette: nothing is filled in. */
const flow: readonly FlowNode[] = [
  { id: 'tab', type: 'tab', label: 'Night shift' },
  {
    ...{ id: 'in', type: 'alertwire-alert-in', z: 'tab', x: 200, y: 100, name: '', wires: [[]] },
    ...{ platform: 'detect', path: PATH, secret: 'secret', includeRaw: true, alertUrlPattern: '' },
  },
  {
    ...{ id: 'act', type: 'alertwire-on-call-action', z: 'tab', x: 500, y: 100, wires: [[]] },
    ...{ name: '', platform: 'input', action: 'input' },
  },
  {
    ...{ id: 'secret', type: 'alertwire-webhook-secret', name: '', headerName: '' },
    credentials: { secret: 'what-only-both-sides-know' },
  },
];

describe.each(['4.1', '5.0'] as const)('the editor of Node-RED %s', (version) => {
  let editor: NodeRedEditor;
  let page: Page;
  let runtime: Runtime;
  let sandbox: Sandbox;

  beforeAll(async () => {
    sandbox = await startSandbox({ rateWindowScale: 0 });
    editor = await NodeRedEditor.start({ version, flow, height: 1300 });
    ({ page, runtime } = editor);
  });
  afterAll(async () => {
    await editor?.stop();
    await sandbox?.close();
  });

  const shot = (name: string) =>
    shots && page.screenshot({ path: join(shots, `${version}-${name}.png`) });

  /** The fields of the action that are to be seen. */
  const shown = () =>
    page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.alertwire-dialog [id^=node-input-]')]
        .filter(({ id }) => !id.endsWith('Type') && !id.includes('-btn-'))
        .filter((field) => field.closest<HTMLElement>('.form-row')?.offsetParent)
        .map(({ id }) => id.replace('node-input-', '')),
    );

  const credential = () => {
    const account = sandbox.oncalls.find(({ platform }) => platform === 'ilert');
    return { baseUrl: account?.baseUrl ?? '', ...account?.credential } as Record<string, string>;
  };
  const registered = async (): Promise<{ params: { webhookUrl: string } }[]> => {
    const { baseUrl, apiKey } = credential();
    const headers = { authorization: `Bearer ${apiKey}` };
    return (await fetch(`${baseUrl}/alert-actions`, { headers })).json() as Promise<
      { params: { webhookUrl: string } }[]
    >;
  };

  test('shows what matters for an action, and offers what the platform can do', async () => {
    await editor.open('act');
    const always = ['name', 'platform', 'action', 'attribute', 'language'];
    expect((await shown()).sort()).toEqual([...always, 'ilert', 'flashduty'].sort());
    await shot('on-call-action');
    await page.selectOption('#node-input-action', 'snooze');
    expect(await shown()).toEqual(expect.arrayContaining(['alertId', 'minutes', 'until']));
    await page.selectOption('#node-input-platform', 'ilert');
    expect(await page.locator('#node-input-action').inputValue()).toBe('input');
    const offered = await page.locator('#node-input-action option').allTextContents();
    expect(offered).toContain('Add Responder');
    expect(offered).not.toContain('Snooze');
    await page.selectOption('#node-input-action', 'create');
    expect(await shown()).toEqual(expect.arrayContaining(['title', 'severity', 'source']));
    expect(await shown()).not.toContain('flashduty');
    expect(await shown()).not.toContain('channel');
    await shot('on-call-action-create');
  });

  test('connects to ilert, and proves it from the dialog', async () => {
    await page.locator('#node-input-btn-ilert-add').click();
    await page.waitForSelector('#node-config-input-apiKey');
    const { apiKey = '', baseUrl = '' } = credential();
    await page.fill('#node-config-input-apiKey', 'of-nobody');
    await page.fill('#node-config-input-baseUrl', baseUrl);
    await page.locator('#alertwire-ilert-try').click();
    await page.waitForSelector('#alertwire-ilert-result.alertwire-bad');
    await page.fill('#node-config-input-apiKey', apiKey);
    await page.locator('#alertwire-ilert-try').click();
    await page.waitForSelector('#alertwire-ilert-result.alertwire-good');
    expect(await page.locator('#alertwire-ilert-result').textContent()).toMatch(
      /^ilert knows us: .+Nothing was changed\./,
    );
    await shot('ilert');
    await editor.close('#node-config-dialog-ok');
    await page.selectOption('#node-input-action', 'assign');
    await editor.close();
    expect(await editor.stored('act', 'valid')).toBe(true);
    await editor.deploy();
  });

  test('offers people by name, once the connection is deployed', async () => {
    await editor.open('act');
    const person = page
      .locator('#node-input-person')
      .locator('..')
      .locator('input:visible')
      .first();
    await person.click();
    await person.pressSequentially('pri');
    await page.locator('.red-ui-menu:visible :text("Priya")').first().click();
    await shot('on-call-action-person');
    await editor.close();
    expect(await editor.stored('act', 'person')).toMatch(/^\d+$/);
    expect(await editor.stored('act', 'personType')).toBe('str');
  });

  test('registers and removes the webhook of alert in, and says so', async () => {
    await editor.open('in');
    await page.selectOption('#node-input-registration', 'ilert');
    expect(await page.locator('#node-input-platform').isVisible()).toBe(false);
    await page.locator('#alertwire-in-register').click();
    await page.waitForSelector('#alertwire-in-outcome.alertwire-bad');
    const [connection] = await page
      .locator('#node-input-ilert option')
      .evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value));
    await page.selectOption('#node-input-ilert', connection ?? '');
    await page.fill('#node-input-publicUrl', runtime.url('/'));
    await page.locator('#node-input-publicUrl').press('End');
    expect(await page.locator('#alertwire-in-address').textContent()).toBe(runtime.url(PATH));
    await page.locator('#alertwire-in-triggerTypes input[value="alert-created"]').check();
    await page.locator('#alertwire-in-register').click();
    await page.waitForSelector('#alertwire-in-outcome.alertwire-good');
    await shot('alert-in-registered');
    expect(await registered()).toMatchObject([
      {
        name: 'Alertwire: Night shift',
        triggerTypes: ['alert-created'],
        params: { webhookUrl: runtime.url(PATH) },
      },
    ]);
    await editor.close();
    await editor.deploy();

    await editor.open('in');
    await page.waitForSelector('#alertwire-in-outcome.alertwire-good');
    await page.locator('#alertwire-in-remove').click();
    await page.locator('#alertwire-in-outcome:has-text("Removed")').waitFor();
    expect(await registered()).toEqual([]);
    await editor.close();
    expect(await editor.stored('in', 'triggerTypes')).toEqual(['alert-created']);
  });

  test('no script of ours failed', () => expect(editor.errors).toEqual([]));
});
