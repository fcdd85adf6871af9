import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { runSandbox } from './running';

// it brings no types
const { JSDOM }: { JSDOM: new (html: string) => { window: Window } } = require('jsdom');

const APP = join(__dirname, '..', 'page', 'app');

/** The column of a chat as a browser would build it, with one message in the channel that is opened. */
const SCRIPT = `
  import { createRequire } from 'node:module';
  const [app, here, input] = process.argv.slice(1);
  const { JSDOM } = createRequire(here)('jsdom');
  const { window } = new JSDOM('');
  Object.assign(globalThis, { window, document: window.document });
  const { placesOf } = await import(app + '/places.js');
  const { chatColumn } = await import(app + '/chat-column.js');
  const { chat, hooks, bots, channel } = JSON.parse(input);
  const places = placesOf(chat.id, hooks, bots);
  const column = chatColumn(chat, places, () => document.createTextNode('Hello'));
  const tabs = [...column.element.querySelectorAll('.tab')];
  const at = (name) => tabs[places.findIndex((place) => place.channel === name)];
  at(channel).click();
  const at0 = '2026-03-01T02:12:00Z';
  const history = [{ at: at0, event: 'posted' }];
  column.addMessage({ id: 'm1', platform: chat.id, channel, at: at0, history });
  process.stdout.write(column.element.outerHTML);
`;

async function columnAt(channel: string, id = 'slack', withBots = true) {
  const running = await runSandbox();
  const { hooks } = running;
  const bots = withBots ? running.bots : [];
  const input = JSON.stringify({ chat: { id, title: 'A chat' }, hooks, bots, channel });
  const args = ['--input-type=module', '-e', SCRIPT, `file://${APP}`, __filename, input];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  const page = new JSDOM(stdout).window.document;
  const texts = (selector: string) =>
    [...page.querySelectorAll(selector)].map(({ textContent }) => textContent);
  return { page, texts, bots };
}

describe('the channels of a chat on the page', () => {
  it('are those with a webhook, then those only a bot reaches, each once', async () => {
    const { texts } = await columnAt('#night-shift');
    const tabs = texts('.tab').map((tab) => tab?.replace(/\d+$/, ''));
    expect(tabs[0]).toBe('#ops-alerts');
    expect(tabs).toEqual(expect.arrayContaining(['#night-shift', '#checkout', '@priya.raman']));
    expect(new Set(tabs).size).toBe(tabs.length);
    expect(tabs.indexOf('#disabled')).toBeLessThan(tabs.indexOf('#checkout'));
  });

  it('show what a bot needs, ready to copy, and its messages', async () => {
    const { page, texts, bots } = await columnAt('#night-shift');
    const slack = bots.filter(({ platform }) => platform === 'slack');
    const addresses = texts('.address');
    expect(addresses.slice(0, 2)).toEqual([slack[0]?.baseUrl, 'C0NIGHTOPS']);
    expect(addresses.slice(2)).toEqual(slack.map(({ credential }) => credential.botToken));
    expect(texts('.closed-note').join()).toContain('It answers account_inactive.');
    expect(page.querySelector('details.bots')?.hasAttribute('open')).toBe(true);
    expect(page.querySelector('.feed')?.textContent).toContain('Hello');
  });

  it('show the webhook first where there is one', async () => {
    const { page, texts } = await columnAt('#ops-alerts');
    expect(texts('.address')[0]).toMatch(/\/services\//);
    expect(page.querySelector('details.bots')?.hasAttribute('open')).toBe(false);
  });

  it('are the same as ever where a chat has no bots', async () => {
    const { page, texts } = await columnAt('Ops alerts', 'teams', false);
    expect(texts('.address')).toHaveLength(1);
    expect(page.querySelector('details.bots')).toBeNull();
  });
});
