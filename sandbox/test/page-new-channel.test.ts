import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { mattermost } from '../mattermost';

// it brings no types
const { JSDOM }: { JSDOM: new (html: string) => { window: Window } } = require('jsdom');

const APP = join(__dirname, '..', 'page', 'app');
/** The page's modules are for browsers; here Node runs them on jsdom. */
const SCRIPT = `
  import { createRequire } from 'node:module';
  const [app, here, input] = process.argv.slice(1);
  globalThis.document = new (createRequire(here)('jsdom').JSDOM)('').window.document;
  const { placesOf } = await import(app + '/places.js');
  const { chatColumn } = await import(app + '/chat-column.js');
  const { hooks, bots, channel } = JSON.parse(input);
  const places = placesOf('mattermost', hooks, bots);
  const column = chatColumn({ id: 'mattermost', title: 'M' }, places, ({ text }) => text);
  const history = [{ at: '2026-03-01T02:12:00Z', event: 'posted' }];
  for (const id of ['m1', 'm2']) {
    column.addMessage({ id, platform: 'mattermost', channel, text: 'Your turn', history });
  }
  const before = [...column.element.querySelectorAll('.news')].map((tab) => tab.textContent);
  column.element.dataset.news = before.join();
  [...column.element.querySelectorAll('.tab')].find((tab) => tab.textContent === channel + '2').click();
  process.stdout.write(column.element.outerHTML);
`;

async function columnAt(channel: string) {
  const bots = mattermost.bots?.('http://127.0.0.1') ?? [];
  const hooks = mattermost.hooks('http://127.0.0.1');
  const args = ['--input-type=module', '-e', SCRIPT, `file://${APP}`, __filename];
  const input = JSON.stringify({ hooks, bots, channel });
  const { stdout } = await promisify(execFile)(process.execPath, [...args, input]);
  const page = new JSDOM(stdout).window.document;
  const news = page.querySelector('section')?.getAttribute('data-news');
  const texts = (selector: string) =>
    [...page.querySelectorAll(selector)].map(({ textContent }) => textContent);
  return { texts, news };
}

describe('a message in a channel nobody listed', () => {
  it('brings its tab, which can be opened', async () => {
    const { texts } = await columnAt('@ada');
    expect(texts('.tab')[1]).toBe('@ada2');
    expect(texts('.tab[aria-pressed="true"]')).toEqual(['@ada2']);
    expect(texts('.feed')[0]).toContain('Your turn');
    expect(texts('.address')).toEqual([]);
  });

  it.each(['@ada', 'night-shift'])('is news until %s is opened', async (channel) => {
    const { texts, news } = await columnAt(channel);
    expect(news).toBe(`${channel}2`);
    expect(texts('.news')).toEqual([]);
  });

  it('leaves the tabs of the others alone', async () => {
    const { texts } = await columnAt('night-shift');
    expect(texts('.tab').filter((tab) => tab?.startsWith('night-shift'))).toEqual(['night-shift2']);
    expect(texts('.address')).toContain('sandbox1token1alertwire1bo');
  });
});
