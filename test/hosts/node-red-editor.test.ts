import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { type Sandbox, startSandbox } from '../../sandbox/start';
import { checkout } from '../node-red/support/package-under-test';
import type { Runtime } from '../node-red/support/runtime';
import { NodeRedEditor } from './support/node-red-editor';

/** What the editor's own script has, as far as a test asks for it. */
interface Editor {
  workspaces: { show(id: string): void };
  view: { importNodes(nodes: unknown, options: object): void };
  nodes: {
    node(id: string): Record<string, unknown>;
    eachNode(work: (node: { id: string; type: string }) => void): void;
  };
}
interface Labelled {
  readonly outputs: number;
  readonly _def: { outputLabels(this: unknown, port: number): string };
}
declare const RED: Editor;

const shots = process.env.ALERTWIRE_SCREENSHOTS;

describe.each(['4.1', '5.0'] as const)('the editor of Node-RED %s', (version) => {
  let editor: NodeRedEditor;
  let page: Page;
  let runtime: Runtime;
  let sandbox: Sandbox;
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    sandbox = await startSandbox({ rateWindowScale: 0 });
    editor = await NodeRedEditor.start({ version, height: 1100 });
    ({ page, runtime } = editor);
  });
  afterAll(async () => {
    await editor?.stop();
    await sandbox?.close();
  });

  /** For people to look at, where they ask for it; the newer editor also has a dark theme. */
  const shot = async (name: string) => {
    if (!shots) return;
    const dark = (on: boolean) =>
      page.evaluate((is) => document.documentElement.classList.toggle('nr-theme-dark', is), on);
    await page.screenshot({ path: join(shots, `${version}-${name}.png`) });
    if (version === '4.1') return;
    await dark(true);
    await page.screenshot({ path: join(shots, `${version}-${name}-dark.png`) });
    await dark(false);
  };

  /** Drags a node from the palette and gives its id. */
  const drop = async (type: string, x: number, y: number): Promise<string> => {
    const known = await page.evaluate(() => {
      const found: string[] = [];
      RED.nodes.eachNode(({ id }) => found.push(id));
      return found;
    });
    const entry = page.locator(`.red-ui-palette-node[data-palette-type='${type}']`);
    await entry.scrollIntoViewIfNeeded();
    const from = await entry.boundingBox();
    const chart = await page.locator('#red-ui-workspace-chart').boundingBox();
    if (!from || !chart) throw new Error(`${type} is not in the palette.`);
    await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
    await page.mouse.down();
    await page.mouse.move(chart.x + x, chart.y + y, { steps: 12 });
    await page.mouse.up();
    return page.evaluate((before) => {
      let added = '';
      RED.nodes.eachNode(({ id }) => {
        if (!before.includes(id)) added = id;
      });
      return added;
    }, known);
  };

  const wire = async (from: string, port: number, to: string) => {
    const output = await page
      .locator(`[id="${from}"] .red-ui-flow-port-output .red-ui-flow-port`)
      .nth(port)
      .boundingBox();
    const input = await page
      .locator(`[id="${to}"] .red-ui-flow-port-input .red-ui-flow-port`)
      .boundingBox();
    if (!output || !input) throw new Error('There is no port.');
    await page.mouse.move(output.x + 5, output.y + 5);
    await page.mouse.down();
    await page.mouse.move(input.x + 5, input.y + 5, { steps: 10 });
    await page.mouse.up();
  };
  const labelsOf = (id: string) =>
    page.evaluate((router) => {
      const node = RED.nodes.node(router) as unknown as Labelled;
      return Array.from({ length: node.outputs }, (_, port) =>
        node._def.outputLabels.call(node, port),
      );
    }, id);
  const expectCount = (rows: Locator, count: number) =>
    rows.nth(count).waitFor({ state: 'detached' });
  /** Drags the last row of a list over the first. */
  const toTheTop = async (rows: Locator) => {
    const handle = (row: Locator) =>
      row.locator('> .red-ui-editableList-item-handle').boundingBox();
    const [from, to] = [await handle(rows.last()), await handle(rows.first())];
    if (!from || !to) throw new Error('There is no handle.');
    await page.mouse.move(from.x + 4, from.y + from.height / 2);
    await page.mouse.down();
    await page.mouse.move(to.x + 4, to.y + to.height / 2, { steps: 20 });
    await page.mouse.move(to.x + 4, to.y - 20, { steps: 10 });
    await page.mouse.up();
  };

  test('shows the nodes under their category', async () => {
    const category = page
      .locator('#red-ui-palette-container-alertwire, #red-ui-palette-alertwire')
      .first();
    await category.scrollIntoViewIfNeeded();
    for (const label of ['alert in', 'alert filter', 'alert router', 'slack alert']) {
      const shown = (await category.textContent())?.replace(/\s+/g, ' ');
      expect(shown).toContain(label);
    }
    await shot('palette');
  });

  test('takes each node from the palette', async () => {
    ids.in = await drop('alertwire-alert-in', 260, 150);
    ids.filter = await drop('alertwire-alert-filter', 500, 150);
    ids.slack = await drop('alertwire-slack-alert', 720, 150);
    ids.second = await drop('alertwire-alert-in', 260, 300);
    expect(await editor.stored(ids.in, 'path')).toBe('/alertwire/alerts');
    expect(await editor.stored(ids.second, 'path')).toBe('/alertwire/alerts-2');
    await wire(ids.in, 0, ids.filter);
    await wire(ids.filter, 0, ids.slack);
    await shot('flow');
  });

  test('makes the secret by itself, and shows address, header and secret to copy', async () => {
    await editor.open(ids.in);
    const url = await page.locator('#alertwire-in-url code').textContent();
    expect(url).toBe(runtime.url('/alertwire/alerts'));
    expect(await page.locator('#alertwire-in-header code').textContent()).toBe(
      'X-Alertwire-Secret',
    );
    ids.shownSecret = (await page.locator('#alertwire-in-secret code').textContent()) ?? '';
    expect(ids.shownSecret).toMatch(/^[\w-]{43}$/);
    await shot('alert-in');
    await editor.close();
    expect(await editor.stored(ids.in, 'secret')).toBeTruthy();
  });

  test('a cancelled dialog leaves no secret behind, and the second node offers the first one’s', async () => {
    await editor.open(ids.second);
    expect(await page.locator('#alertwire-in-secret code').textContent()).toBe(ids.shownSecret);
    await editor.close('#node-dialog-cancel');
    await page.locator(`[id="${ids.second}"] .red-ui-flow-node`).click();
    await page.keyboard.press('Delete');
    expect(await page.evaluate((id) => !RED.nodes.node(id), ids.second)).toBe(true);
  });

  test('keeps what is chosen in the filter', async () => {
    await editor.open(ids.filter);
    await page.locator('#alertwire-filter-events input[value="comment-added"]').check();
    await page.locator('#alertwire-filter-events input[value="assigned"]').uncheck();
    await page.selectOption('#node-input-minimumSeverity', 'high');
    const add = (list: string) =>
      page.locator(`.red-ui-editableList:has(${list}) .red-ui-editableList-addButton`);
    await add('#alertwire-filter-sources').click();
    await page.locator('#alertwire-filter-sources input').fill('Prometheus*');
    await add('#alertwire-filter-labels').click();
    await page.locator('#alertwire-filter-labels .alertwire-key').fill('env');
    await page.locator('#alertwire-filter-labels .alertwire-values').fill('prod, staging');
    await shot('alert-filter');
    await add('#alertwire-filter-labels').click();
    await page.locator('#alertwire-filter-labels .alertwire-key').nth(1).fill('team');
    await page.locator('#alertwire-filter-labels .alertwire-values').nth(1).fill('db');
    await page.locator('#alertwire-filter-labels .alertwire-join').nth(1).selectOption('or');
    await page.locator('#node-input-quietHours').check();
    await shot('alert-filter');
    await page.locator('#node-input-showDropped').scrollIntoViewIfNeeded();
    await shot('alert-filter-below');
    await editor.close();
    expect(await editor.stored(ids.filter, 'events')).toEqual([
      'created',
      'escalated',
      'accepted',
      'resolved',
      'comment-added',
    ]);
    expect(await editor.stored(ids.filter, 'sources')).toEqual(['Prometheus*']);
    expect(await editor.stored(ids.filter, 'labelGroups')).toEqual([
      [{ key: 'env', operator: 'in', values: ['prod', 'staging'] }],
      [{ key: 'team', operator: 'in', values: ['db'] }],
    ]);
    await editor.open(ids.filter);
    expect(await page.locator('#alertwire-filter-labels .alertwire-key').count()).toBe(2);
    await editor.close('#node-dialog-cancel');
  });

  test('connects to Slack, and proves it from the dialog', async () => {
    expect(await editor.stored(ids.slack, 'valid')).toBe(false);
    await editor.open(ids.slack);
    await shot('slack-alert');
    await page.locator('#node-input-btn-connection-add').click();
    await page.waitForSelector('#node-config-input-webhookUrl');
    expect(await page.locator('.red-ui-tray-header').last().textContent()).toContain(
      'Add new slack webhook config node',
    );
    await page.fill('#node-config-input-name', '#ops-alerts');
    await page.fill('#node-config-input-webhookUrl', sandbox.hooks[0].url);
    await page.locator('#alertwire-slack-webhook-try').click();
    await page.waitForSelector('#alertwire-slack-webhook-result.alertwire-good');
    await shot('slack-webhook');
    await page.fill('#node-config-input-webhookUrl', 'nonsense');
    await page.locator('#alertwire-slack-webhook-try').click();
    await page.waitForSelector('#alertwire-slack-webhook-result.alertwire-bad');
    await shot('slack-webhook-bad');
    await page.fill('#node-config-input-webhookUrl', sandbox.hooks[0].url);
    await page.locator('#alertwire-slack-webhook-post').click();
    await page.waitForSelector('#alertwire-slack-webhook-result.alertwire-good');
    await editor.close('#node-config-dialog-ok');
    await editor.close();
    expect(await editor.stored(ids.slack, 'valid')).toBe(true);
  });

  test('shows only what belongs to the chosen operation', async () => {
    await editor.open(ids.slack);
    expect(await page.locator('#node-input-operation option').allTextContents()).toEqual([
      'Create or Update',
      'Preview',
      'Send Test',
    ]);
    await page.selectOption('#node-input-alertSource', 'define');
    await page
      .locator('.red-ui-editableList:has(#alertwire-slack-alert-labels) button')
      .first()
      .click();
    await page.locator('#alertwire-slack-alert-labels .alertwire-name').fill('team');
    expect(await page.locator('#node-input-titleType').locator('..').isVisible()).toBe(true);
    expect(await page.locator('#alertwire-slack-alert-events').isVisible()).toBe(false);
    await shot('slack-alert-define');
    await page.selectOption('#node-input-resource', 'message');
    expect(await page.locator('#node-input-operation').inputValue()).toBe('send');
    expect(await page.locator('#alertwire-slack-alert-labels').isVisible()).toBe(false);
    await shot('slack-alert-message');
    await editor.close('#node-dialog-cancel');
  });

  test('deploys without a secret in the flow, and the button sends a test alert to Slack', async () => {
    await editor.deploy();
    const flows = await (await fetch(runtime.admin('flows'))).text();
    expect(flows).not.toContain(ids.shownSecret);
    expect(flows).not.toContain(new URL(sandbox.hooks[0].url).pathname);
    await page.locator(`[id="${ids.in}"] .red-ui-flow-node-button-button`).click();
    await runtime.status(ids.slack, /^posted/);
    await page.waitForFunction(
      (id) => /posted/.test(document.getElementById(id)?.textContent ?? ''),
      ids.slack,
    );
    await shot('deployed');
    const messages = await (await fetch(`${sandbox.url}/inspect/messages`)).json();
    expect(messages).toHaveLength(2);
  });

  test('the secret shown is the one that opens the address', async () => {
    const knock = async (secret: string) => {
      const answer = await fetch(runtime.url('/alertwire/alerts'), {
        method: 'POST',
        headers: { 'x-alertwire-secret': secret },
        body: JSON.stringify({
          id: '1',
          summary: 's',
          eventType: 'alert-created',
          alertSource: { id: 1 },
        }),
      });
      return answer.status;
    };
    expect(await knock(ids.shownSecret)).toBe(202);
    expect(await knock('another')).toBe(401);
    await editor.open(ids.in);
    expect(await page.locator('#alertwire-in-secret-row').isVisible()).toBe(false);
    await shot('alert-in-deployed');
    await page.locator('#node-input-btn-secret-edit').click();
    await page.waitForSelector('#node-config-input-headerName');
    await shot('webhook-secret');
    await editor.close('#node-config-dialog-cancel');
    await editor.close('#node-dialog-cancel');
  });

  test('gives the router an output for each rule, and its wires follow the rules', async () => {
    ids.router = await drop('alertwire-alert-router', 260, 420);
    expect(await editor.stored(ids.router, 'outputs')).toBe(4);
    const ports: Record<string, string> = {};
    for (const [port, name] of ['critical', 'high', 'rest', 'unrouted'].entries()) {
      ports[name] = await drop('debug', 620, 300 + 70 * port);
      await wire(ids.router, port, ports[name]);
    }
    await editor.open(ids.router);
    await shot('alert-router');
    const rows = page.locator('#alertwire-router-rules > li');
    for (const nth of [2, 1]) {
      await rows.nth(nth).locator('> .red-ui-editableList-item-remove').click();
      await expectCount(rows, nth);
    }
    await page.locator('.red-ui-editableList-addButton').last().click();
    const added = rows.nth(1);
    await added.locator('.alertwire-rule-name').fill('payments');
    await added.locator('.alertwire-rule-open').click();
    const add = (nth: number) => added.locator('.red-ui-editableList-addButton').nth(nth);
    await add(0).click();
    await added.locator('ol').first().locator('input').fill('Prometheus*');
    await add(1).click();
    await added.locator('.alertwire-key').fill('team');
    await added.locator('.alertwire-values').fill('payments, billing');
    await shot('alert-router-rule');
    await toTheTop(rows);
    await shot('alert-router-sorted');
    await editor.close();
    expect(await editor.stored(ids.router, 'outputs')).toBe(3);
    expect(await labelsOf(ids.router)).toEqual(['payments', 'critical', 'unrouted']);
    expect(await editor.stored(ids.router, 'valid')).toBe(true);
    await shot('alert-router-flow');
    await editor.deploy();
    const flows: { id: string }[] = await (await fetch(runtime.admin('flows'))).json();
    expect(flows.find(({ id }) => id === ids.router)).toMatchObject({
      outputs: 3,
      rules: [
        {
          ...{ outputName: 'payments', minimumSeverity: 'any', passUnknownSeverity: false },
          sources: ['Prometheus*'],
          labelGroups: [[{ key: 'team', operator: 'in', values: ['payments', 'billing'] }]],
        },
        { outputName: 'critical', minimumSeverity: 'critical' },
      ],
      wires: [[], [ports.critical], [ports.unrouted]],
    });
  });

  test('marks a router whose rule cannot be evaluated', async () => {
    await editor.open(ids.router);
    const sources = page.locator('#alertwire-router-rules > li').first().locator('ol').first();
    await sources.locator('input').fill('/prom.*/');
    await editor.close();
    expect(await editor.stored(ids.router, 'valid')).toBe(false);
    await editor.open(ids.router);
    await sources.locator('input').fill('prom*');
    await editor.close();
    expect(await editor.stored(ids.router, 'valid')).toBe(true);
  });

  test('an imported flow without a secret gets one when the node is opened', async () => {
    const file = join(checkout, 'node-red/examples/ilert to Slack.json');
    await page.evaluate(
      (flow) => {
        RED.view.importNodes(flow, { generateIds: false, addFlow: false, touchImport: true });
        RED.workspaces.show('alertwire00flow1');
      },
      JSON.parse(readFileSync(file, 'utf8')),
    );
    await page.waitForSelector('[id="alertwire00in001"]');
    await editor.open('alertwire00in001');
    await page.waitForSelector('#alertwire-in-secret-row code');
    expect(await page.locator('#alertwire-in-secret code').textContent()).toMatch(/^[\w-]{43}$/);
    await shot('example');
    await editor.close('#node-dialog-cancel');
  });

  test('connects a bot, proves it, and offers the channels it knows', async () => {
    const bot = sandbox.bots.find((one) => one.platform === 'slack' && one.name === 'Alertwire');
    ids.bot = await drop('alertwire-slack-alert', 560, 520);
    await editor.open(ids.bot);
    expect(await page.locator('#node-input-channelId').locator('..').isVisible()).toBe(false);
    await page.selectOption('#node-input-authentication', 'bot');
    expect(await page.locator('#node-input-operation option').allTextContents()).toEqual([
      'Create or Update',
      'Reply',
      'Delete',
      'Preview',
      'Send Test',
      'Deliver Pending',
    ]);
    await page.locator('#node-input-btn-botConnection-add').click();
    await page.waitForSelector('#node-config-input-accessToken');
    await page.fill('#node-config-input-accessToken', bot?.credential.botToken ?? '');
    await page.fill('#node-config-input-baseUrl', bot?.baseUrl ?? '');
    await page.locator('#alertwire-slack-bot-try').click();
    await page.waitForSelector('#alertwire-slack-bot-result.alertwire-good');
    expect(await page.locator('#alertwire-slack-bot-post').count()).toBe(0);
    expect(await page.locator('#node-config-input-contextStore').isVisible()).toBe(false);
    await shot('slack-bot');
    await editor.close('#node-config-dialog-ok');
    await editor.close();
    await editor.deploy();
    await editor.open(ids.bot);
    const row = page.locator('.form-row:has(#node-input-channelId)');
    await row.locator('.red-ui-typedInput-input').pressSequentially('ops');
    const offered = page.locator('.red-ui-autoComplete-container', { hasText: 'ops-alerts' });

    await offered.waitFor();
    await shot('slack-alert-channel');
    await offered.getByText('ops-alerts').first().click();
    await editor.close();
    const picked = bot?.channels.find(({ name }) => name === '#ops-alerts')?.id;
    expect(await editor.stored(ids.bot, 'channelId')).toBe(picked);
    expect(await editor.stored(ids.bot, 'channelIdType')).toBe('str');
  });

  test('help is there, and nothing went wrong in the page', async () => {
    const help = await page.locator('script[data-help-name="alertwire-slack-alert"]').textContent();
    expect(help).toContain('Retry For');
    expect(editor.errors).toEqual([]);
  });
});
