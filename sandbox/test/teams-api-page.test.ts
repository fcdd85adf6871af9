import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { TEXT, teamsBot } from './teams-api-bot';
import { cardOf, messageOf } from './teams-messages';

// it brings no types
const { JSDOM }: { JSDOM: new (html: string) => { window: Window } } = require('jsdom');

const APP = join(__dirname, '..', 'page', 'app');
/** The page's modules are for browsers; here Node runs them on jsdom, which has no innerText. */
const SCRIPT = `
  import { createRequire } from 'node:module';
  const [app, here, input] = process.argv.slice(1);
  const require = createRequire(here);
  const { JSDOM } = require('jsdom');
  const { window } = new JSDOM('');
  globalThis.window = window;
  for (const name of ['document', 'HTMLElement', 'HTMLButtonElement', 'HTMLAnchorElement', 'Node'])
    globalThis[name] = window[name];
  Object.defineProperty(window.HTMLElement.prototype, 'innerText', {
    set(text) { this.textContent = text; },
  });
  globalThis.AdaptiveCards = require('adaptivecards/dist/adaptivecards.js');
  globalThis.markdownit = require('markdown-it/dist/markdown-it.js');
  const { prepare, renderMessage } = await import(app + '/teams/message.js');
  const { placesOf } = await import(app + '/places.js');
  const { chatColumn } = await import(app + '/chat-column.js');
  await prepare();
  const { hooks, bots, messages } = JSON.parse(input);
  const column = chatColumn({ id: 'teams', title: 'Teams' }, placesOf('teams', hooks, bots), renderMessage);
  for (const message of messages) column.addMessage(message);
  process.stdout.write(column.element.outerHTML);
`;

/** The column with what the bot posted to the channel that is opened first. */
async function pageAfter(...activities: [query: string, activity: object][]) {
  const { sandbox, call, id } = await teamsBot();
  const place = `/conversations/${encodeURIComponent(id('Ops alerts'))}/activities`;
  for (const [query, activity] of activities) await call('POST', place + query, activity);
  const { hooks, bots } = sandbox;
  const input = JSON.stringify({ hooks, bots, messages: await sandbox.messages() });
  const args = ['--input-type=module', '-e', SCRIPT, `file://${APP}`, __filename, input];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  const page = new JSDOM(stdout).window.document;
  const texts = (selector: string) =>
    [...page.querySelectorAll(selector)].map(({ textContent }) => textContent?.trim());
  return { page, texts, id: id('Ops alerts'), bots };
}

describe('what bots do in Teams, on the page', () => {
  it('has a tab for every channel and person, and what it takes to get there', async () => {
    const { texts, id, bots } = await pageAfter();
    const tabs = texts('.tab');
    expect(tabs).toEqual(expect.arrayContaining(['General', 'Night shift', 'Priya Raman']));
    expect(new Set(tabs).size).toBe(tabs.length);
    const alertwire = bots.find(({ platform }) => platform === 'teams');
    expect(texts('.bots .address').slice(0, 6)).toEqual([
      alertwire?.baseUrl,
      id,
      ...Object.values(alertwire?.credential ?? {}),
    ]);
    expect(texts('.bots .caption').slice(2, 5)).toEqual([
      'Alertwire appId',
      'Alertwire clientSecret',
      'Alertwire tenantId',
    ]);
    expect(texts('.closed-note').join()).toContain('It answers AADSTS7000215.');
  });

  it('is drawn with the name of the bot, its text and its card', async () => {
    const mentioned = { id: 'priya.raman@example.com', name: 'Priya' };
    const entities = [{ type: 'mention', text: '<at>Priya</at>', mentioned }];
    const text = '**Down**, <at>Priya</at> <b>';
    const { texts } = await pageAfter([
      '',
      { ...messageOf(cardOf()), text, entities, importance: 'urgent' },
    ]);
    expect(texts('.byline strong')).toEqual(['Alertwire']);
    expect(texts('.urgency')).toEqual(['Urgent!']);
    expect(texts('.teams .body')).toEqual(['Down, Priya <b>']);
    expect([texts('.teams .body strong'), texts('.teams .body .at')]).toEqual([
      ['Down'],
      ['Priya'],
    ]);
    expect(texts('.teams .card')).toEqual(['Hi']);
  });

  it('is plain where the bot says so, and marked where only one person sees it', async () => {
    const recipient = { id: '29:1sandboxPerson410021' };
    const { texts } = await pageAfter(
      ['', { ...TEXT, text: '**Down**', textFormat: 'plain' }],
      ['?isTargetedActivity=true', { ...TEXT, recipient }],
    );
    expect(texts('.teams .body')).toEqual(['**Down**', 'Checkout is down']);
    expect(texts('.marks')).toEqual(['Only visible to Priya Raman']);
  });
});
