import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { type SlackView, slackAt } from '../n8n/support/slack';
import { launchChromium } from '../support/chromium';
import { type N8nApplication, startN8n } from './support/n8n-application';
import { N8nEditor } from './support/n8n-editor';

let slack: SlackView;
let n8n: N8nApplication;
let browser: Browser;
let editor: N8nEditor;

beforeAll(async () => {
  n8n = await startN8n();
  slack = await slackAt(n8n.sandboxUrl);
  browser = await launchChromium();
  editor = await N8nEditor.open(browser, n8n);
});
afterAll(async () => {
  await browser?.close();
  await n8n?.stop();
});
beforeEach(() => editor.newWorkflow(n8n.url));

const SUCCESS = 'credentials-config-container-test-success';

describe("n8n's editor", () => {
  it.each(['oncall', 'pager', 'ilert', 'alertwire'])(
    'offers our nodes to who looks for %s',
    async (word) => {
      const found = await editor.find(word, 'Slack Alert');
      expect(await found.isVisible()).toBe(true);
    },
  );

  it('opens the Alert Trigger, with the steps and a secret that passes its test', async () => {
    const dialog = await editor.add('Alert Trigger', 'Add to workflow');
    await dialog.getByText('X-Alertwire-Secret').waitFor();
    await dialog.getByText('On-Call Platform').waitFor();
    const credential = await editor.createCredential('secret', '0123456789abcdef0123456789abcdef');
    await credential.getByTestId(SUCCESS).waitFor();
  });

  it('says what is wrong with a short secret', async () => {
    await editor.add('Alert Trigger', 'Add to workflow');
    await editor.newCredential();
    await editor.page.getByTestId('parameter-input-secret').locator('input').fill('short');
    await editor.page.getByTestId('credential-save-button').click();
    await editor.page.getByText('More details').click();
    await editor.page
      .getByText(/The secret has 5 characters/)
      .first()
      .waitFor();
  });

  it('opens the Alert Filter, with conditions on labels', async () => {
    const dialog = await editor.add('Alert Filter', 'Add to workflow');
    await dialog.getByText('Minimum Severity').waitFor();
    await dialog.getByText('Add Alternative').click();
    await dialog.getByText('Add Condition').click();
    await dialog.getByTestId('parameter-input-key').waitFor();
    await dialog.getByText('Add Value').click();
    await dialog
      .getByTestId('parameter-input-quietHours')
      .locator('input, [role=switch]')
      .first()
      .waitFor({ state: 'attached' });
  });

  it('opens the Alert Router, and shows the name of each output', async () => {
    const dialog = await editor.add('Alert Router', 'Add to workflow');
    await dialog.getByText('Add Rule').waitFor();
    await editor.page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    const canvas = editor.page.getByTestId('canvas-wrapper');
    for (const name of ['critical', 'high', 'everything else', 'unrouted']) {
      await canvas.getByText(name, { exact: true }).waitFor();
    }
  });

  it('opens the Slack Alert, with a webhook that passes its test without posting', async () => {
    const dialog = await editor.add('Slack Alert', 'Create or update alert');
    await dialog.getByTestId('parameter-input-events').waitFor();
    const credential = await editor.createCredential('webhookUrl', slack.webhookUrl);
    await credential.getByTestId(SUCCESS).waitFor();
    expect(await slack.requests()).toContainEqual(expect.objectContaining({ code: 'no_text' }));
    expect(await slack.messages()).toEqual([]);
  });
});
