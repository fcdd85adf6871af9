import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { cardMessage, teamsApp } from './teams-people-app';

const APP = join(__dirname, '..', 'page', 'app');
/** The page's modules are for browsers; here Node runs them on jsdom, presses the button and fills the fields. */
const SCRIPT = `
  import { createRequire } from 'node:module';
  const [app, here, input] = process.argv.slice(1);
  const require = createRequire(here);
  const { JSDOM } = require('jsdom');
  const { window } = new JSDOM('');
  globalThis.window = window;
  const opened = [];
  window.open = (url) => opened.push(url);
  const NAMES = ['Button', 'Anchor', 'Input', 'TextArea', ''].map((name) => 'HTML' + name + 'Element');
  for (const name of ['document', 'Node', ...NAMES])
    globalThis[name] = window[name];
  Object.defineProperty(window.HTMLElement.prototype, 'innerText', {
    get() { return this.textContent; },
    set(text) { this.textContent = text; },
  });
  globalThis.AdaptiveCards = require('adaptivecards/dist/adaptivecards.js');
  globalThis.markdownit = require('markdown-it/dist/markdown-it.js');
  const { prepare, renderMessage } = await import(app + '/teams/message.js');
  await prepare();
  const { message, steps, mute } = JSON.parse(input);
  const presses = [];
  const press = mute ? undefined : (pressed) => presses.push(pressed);
  const element = renderMessage(message, { press });
  for (const [step, value] of steps) {
    if (value === undefined) {
      [...element.querySelectorAll('button')].find((button) => button.textContent === step).click();
    } else {
      const field = element.querySelector('input');
      field.value = value;
      field.dispatchEvent(new window.Event('input'));
    }
  }
  process.stdout.write(JSON.stringify({ presses, opened, face: element.querySelector('.avatar').textContent }));
`;

async function page(payload: object, steps: string[][], mute = false) {
  const message = { payload, at: '2026-03-01T02:12:00Z' };
  const input = JSON.stringify({ message, steps, mute });
  const args = ['--input-type=module', '-e', SCRIPT, `file://${APP}`, __filename, input];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  return JSON.parse(stdout);
}

const execute = { type: 'Action.Execute', title: 'Accept', verb: 'accept', data: { alert: 42 } };
const field = (id: string, more: object = {}) => ({ type: 'Input.Text', id, label: id, ...more });
const inner = {
  type: 'AdaptiveCard',
  body: [field('note')],
  actions: [{ ...execute, title: 'Send' }],
};
const card = cardMessage(
  {
    actions: [
      execute,
      { type: 'Action.Submit', id: 'ack', title: 'Submit' },
      { type: 'Action.ShowCard', title: 'More', card: inner },
      { type: 'Action.OpenUrl', title: 'Open', url: 'https://a.example/' },
    ],
  },
  [field('why')],
);

describe('a button of a card on the page', () => {
  it('is pressed by its id, or where it stands, with the fields around it', async () => {
    const steps = [['why', 'Mine'], ['Accept'], ['Submit'], ['More'], ['Send']];
    const { presses } = await page(card, steps);
    expect(presses).toEqual([
      { control: '/attachments/0/content/actions/0', inputs: { why: 'Mine' } },
      { control: 'ack', inputs: { why: 'Mine' } },
      {
        control: '/attachments/0/content/actions/2/card/actions/0',
        inputs: { why: 'Mine', note: '' },
      },
    ]);
  });

  it('opens a page without the app', async () => {
    const { presses, opened } = await page(card, [['Open']]);
    expect([presses, opened]).toEqual([[], ['https://a.example/']]);
  });

  it('waits for fields that have to be filled in, and does nothing where nobody can press', async () => {
    const strict = cardMessage({ actions: [execute] }, [
      field('why', { isRequired: true, errorMessage: 'Say why' }),
    ]);
    expect((await page(strict, [['Accept']])).presses).toEqual([]);
    expect((await page(strict, [['why', 'Mine'], ['Accept']])).presses).toHaveLength(1);
    expect((await page(card, [['Accept']], true)).presses).toEqual([]);
  });

  it('is understood by the sandbox', async () => {
    const app = await teamsApp();
    await app.post('Ops alerts', card);
    const [message] = await app.sandbox.messages();
    const { presses } = await page(message?.payload as object, [['More'], ['Send']]);
    await app.press({ message: message?.ref ?? '', ...presses[0] });
    const action = { ...execute, title: 'Send', data: { alert: 42, why: '', note: '' } };
    expect(app.heard[0]?.activity.value).toEqual({ action, trigger: 'manual' });
  });
});

describe('who wrote a message', () => {
  it('has a face', async () => {
    const from = { id: '29:1sandboxPerson410021', name: 'Priya Raman' };
    expect((await page({ text: 'hi', from }, [])).face).toBe('PR');
    expect((await page({ text: 'hi', from: { name: 'Outgoing' } }, [])).face).toBe('⚡');
  });
});
