import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

// it brings no types
const { JSDOM }: { JSDOM: new (html: string) => { window: Window } } = require('jsdom');

const APP = join(__dirname, '..', 'page', 'app');

/** A column as a browser would build it; `doing` is done to it, and what it posted is told. */
const SCRIPT = `
  import { createRequire } from 'node:module';
  const [app, here, doing, given] = process.argv.slice(1);
  const { JSDOM } = createRequire(here)('jsdom');
  const { window } = new JSDOM('', { url: 'http://127.0.0.1/' });
  Object.assign(globalThis, { window, document: window.document });
  // jsdom knows no modal dialogs
  window.HTMLDialogElement.prototype.showModal = function () { this.open = true; };
  window.HTMLDialogElement.prototype.close = function () { this.open = false; };
  const posted = [];
  const reactions = JSON.parse(given);
  globalThis.fetch = async (path, { body }) => {
    posted.push([path, JSON.parse(body)]);
    return { ok: true, json: async () => reactions.shift() ?? { ok: true } };
  };
  const { placesOf } = await import(app + '/places.js');
  const { chatColumn } = await import(app + '/chat-column.js');
  const { renderMessage } = await import(app + '/slack/message.js');
  const inbound = { signingSecret: 'seen once' };
  const channels = [{ id: 'C1', name: '#ops', answers: 'ok', note: '' }];
  const bots = [{ platform: 'slack', name: 'Alertwire', baseUrl: '', credential: {}, inbound, channels }];
  const people = [{ id: 'U1', name: 'Priya' }, { id: 'U2', name: 'Jonas' }];
  const doors = [{ id: 'events', label: 'Events', url: null, checked: 'Verified' }];
  const folk = { people, doors, placeholder: '/alertwire …' };
  const column = chatColumn({ id: 'slack', title: 'Slack' }, placesOf('slack', [], bots), renderMessage, folk);
  document.body.append(column.element);
  const at = '2026-03-01T02:12:00Z';
  const option = { value: 'mute', text: { type: 'plain_text', text: 'Mute' } };
  const elements = [
    { type: 'button', action_id: 'accept', text: { type: 'plain_text', text: 'Accept' } },
    { type: 'overflow', options: [option] },
  ];
  const message = {
    id: 'message-1', platform: 'slack', channel: '#ops', at, ref: '7', onlyFor: 'Jonas', text: 'Down',
    payload: { text: 'Down', attachments: [{ blocks: [{ type: 'actions', elements }] }] },
    pings: [], size: { used: 1, limit: 2, unit: 'x' }, history: [{ at, event: 'posted' }],
  };
  column.addMessage(message);
  const settled = () => new Promise((resolve) => setTimeout(resolve));
  const find = (selector) => document.querySelector(selector);
  const named = (name) =>
    [...document.querySelectorAll('button, select, input, textarea')].find(
      (one) => (one.getAttribute('aria-label') ?? one.textContent) === name,
    );
  const choose = (name, value) => {
    named(name).value = value;
    named(name).dispatchEvent(new window.Event('change'));
  };
  const type = async (name, text) => {
    named(name).value = text;
    named(name).form.dispatchEvent(new window.Event('submit', { cancelable: true }));
    await settled();
  };
  const click = async (name) => {
    named(name).click();
    await settled();
  };
  await eval('(async () => {' + doing + '})()');
  process.stdout.write(JSON.stringify({ posted, html: document.body.innerHTML }));
`;

/** What a column looks like after something was done to it, and what it posted. */
export async function after(doing: string, ...reactions: object[]) {
  const input = [doing, JSON.stringify(reactions)];
  const args = ['--input-type=module', '-e', SCRIPT, `file://${APP}`, __filename, ...input];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  const { posted, html }: { posted: [string, object][]; html: string } = JSON.parse(stdout);
  const page = new JSDOM(html).window.document;
  const texts = (selector: string) =>
    [...page.querySelectorAll(selector)].map(({ textContent }) => textContent);
  return { posted, page, texts };
}
