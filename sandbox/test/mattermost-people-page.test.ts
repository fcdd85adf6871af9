import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { ADA, buttonsTo, runChat } from './mattermost-people';

// it brings no types
const { JSDOM }: { JSDOM: new (html: string) => { window: Window } } = require('jsdom');

const MODULE = join(__dirname, '..', 'page', 'app', 'mattermost', 'message.js');
/** Shows messages of a running sandbox, and uses every control that can be used. */
const SCRIPT = `
  import { createRequire } from 'node:module';
  const require = createRequire(process.argv[2]);
  const { JSDOM } = require('jsdom');
  const { window } = new JSDOM('');
  globalThis.document = window.document;
  globalThis.markdownit = require('markdown-it/dist/markdown-it.js');
  const origin = process.argv[3];
  const { fetch } = globalThis;
  globalThis.fetch = (path, init) => fetch(origin + path, init);
  const { prepare, renderMessage } = await import(process.argv[1]);
  await prepare();
  const [messages, pressable] = JSON.parse(process.argv[4]);
  const presses = [];
  const press = pressable ? async (what) => { presses.push(what); } : undefined;
  const element = document.createElement('main');
  element.append(...messages.map((message) => renderMessage(message, { press })));
  const shown = element.outerHTML;
  for (const control of element.querySelectorAll('.action')) {
    if (control.localName === 'select' && !control.disabled) {
      control.value = control.options[1].value;
      control.dispatchEvent(new window.Event('change'));
    }
    else control.click();
    await new Promise((done) => setImmediate(done));
  }
  process.stdout.write(JSON.stringify({ shown, presses }));
`;

async function show(url: string, messages: unknown[], pressable = true) {
  const input = JSON.stringify([messages, pressable]);
  const args = ['--input-type=module', '-e', SCRIPT, `file://${MODULE}`, __filename, url, input];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  const { shown, presses } = JSON.parse(stdout) as { shown: string; presses: unknown[] };
  return { page: new JSDOM(shown).window.document, presses };
}

const ACTIONS = [
  { id: 'accept', name: '<b>Accept</b>', style: 'good', tooltip: 'Take it' },
  { id: 'own', name: 'Own', style: '#0000ff' },
  { id: 'off', name: 'Off', disabled: true },
  { id: 'level', name: 'Level', type: 'select', options: [{ text: 'Two', value: '2' }] },
  { id: 'who', name: 'Who', type: 'select', data_source: 'users' },
  { id: 'where', name: 'Where', type: 'select', data_source: 'channels' },
];

async function cardOf() {
  const { app, ask, channel, sandbox, say, press } = await runChat();
  const props = { attachments: buttonsTo(app, ...ACTIONS) };
  const { id } = await ask('POST', '/posts', { channel_id: channel('ops-alerts'), props });
  const messages = async () => sandbox.messages();
  return { app, url: sandbox.url, messages, say, press, id };
}

describe('buttons and menus on the page', () => {
  it('look as they are styled, and are pressed', async () => {
    const { url, messages } = await cardOf();
    const { page, presses } = await show(url, await messages());
    const controls = [...page.querySelectorAll<HTMLElement>('.attachment .action')];
    expect(controls.map(({ localName, className }) => [localName, className])).toEqual([
      ['button', 'action good'],
      ['button', 'action'],
      ['button', 'action'],
      ['select', 'action'],
      ['select', 'action'],
      ['select', 'action'],
    ]);
    expect([controls[0]?.title, controls[0]?.textContent]).toEqual(['Take it', '<b>Accept</b>']);
    expect(controls[1]?.style.color).toBe('rgb(0, 0, 255)');
    expect(controls[4]?.textContent).toBe('WhoAda ByteBob Byte');
    expect(presses).toEqual([
      { control: 'accept' },
      { control: 'own' },
      { control: 'level', value: '2' },
      { control: 'who', value: ADA },
      { control: 'where', value: 'sandbox1channel1opsalerts1' },
    ]);
  });

  it('do nothing where nobody may press', async () => {
    const { url, messages } = await cardOf();
    const { page, presses } = await show(url, await messages(), false);
    expect(page.querySelectorAll('.action:disabled')).toHaveLength(ACTIONS.length);
    expect(presses).toEqual([]);
  });
});

describe('who has written', () => {
  it('is a person, the server or a bot', async () => {
    const { app, url, messages, say, press, id } = await cardOf();
    app.answers({ body: { ephemeral_text: 'Yours.' } });
    await press({ message: id, control: 'accept' });
    await say('On it');
    const { page } = await show(url, await messages());
    const bylines = [...page.querySelectorAll('.byline')].map(({ textContent }) => textContent);
    expect(bylines).toEqual([
      expect.stringMatching(/^botBOT/),
      expect.stringMatching(/^SystemBOT/),
      expect.stringMatching(/^Ada Byte\d/),
    ]);
  });
});
