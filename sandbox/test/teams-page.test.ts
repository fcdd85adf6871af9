import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';

// it brings no types
const { JSDOM }: { JSDOM: new (html: string) => { window: Window } } = require('jsdom');

const APP = join(__dirname, '..', 'page', 'app');
/** The page's modules are for browsers; here Node runs them on jsdom, which has no innerText. */
const SCRIPT = `
  import { createRequire } from 'node:module';
  const require = createRequire(process.argv[2]);
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
  const { prepare, renderMessage } = await import(process.argv[1]);
  await prepare();
  const message = { payload: JSON.parse(process.argv[3]), at: '2026-03-01T02:12:00Z' };
  process.stdout.write(renderMessage(message).outerHTML);
`;

async function show(body: object[], more: object = {}) {
  const content = { type: 'AdaptiveCard', version: '1.4', body, ...more };
  const payload = JSON.stringify({ attachments: [{ content }] });
  const args = ['--input-type=module', '-e', SCRIPT, `file://${join(APP, 'teams/message.js')}`];
  const { stdout } = await promisify(execFile)(process.execPath, [...args, __filename, payload]);
  return new JSDOM(stdout).window.document;
}

const wordsOf = (element: Element | null) => element?.textContent?.replace(/\s+/g, ' ').trim();

const text = (value: string) => ({ type: 'TextBlock', text: value, wrap: true });

describe('a card on the page', () => {
  it('is drawn by Microsoft’s renderer', async () => {
    const page = await show(
      [
        { type: 'Container', style: 'attention', items: [text('Down')] },
        { type: 'FactSet', facts: [{ title: 'Source', value: 'Shop' }] },
        { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: '*raw*' }] },
      ],
      { actions: [{ type: 'Action.OpenUrl', title: 'Open', url: 'https://a.example' }] },
    );
    expect(wordsOf(page.querySelector('.teams .ac-container .ac-container'))).toBe('Down');
    expect(wordsOf(page.querySelector('.ac-factset'))).toBe('Source Shop');
    expect(page.querySelector('.ac-richTextBlock')?.textContent).toBe('*raw*');
    expect(page.querySelector('button')?.textContent).toBe('Open');
  });

  it('has the part of markdown that Teams draws, and no HTML', async () => {
    const page = await show([
      text('**bold** _it_ \\*no\\* [a](https://a.example) [b](javascript:x) # no `no` <b>no</b>'),
    ]);
    const block = page.querySelector('.ac-textBlock');
    expect(block?.querySelector('strong')?.textContent).toBe('bold');
    expect(block?.querySelector('em')?.textContent).toBe('it');
    expect([...(block?.querySelectorAll('a') ?? [])].map(({ textContent }) => textContent)).toEqual(
      ['a'],
    );
    expect(block?.textContent).toContain('*no* a [b](javascript:x) # no `no` <b>no</b>');
  });

  it('shows people by name, and nobody else', async () => {
    const mentioned = { id: 'ada@example.com', name: 'Ada' };
    const page = await show([text('<at>Ada</at> <at>Bob</at>')], {
      msteams: { entities: [{ type: 'mention', text: '<at>Ada</at>', mentioned }] },
    });
    expect(wordsOf(page.querySelector('.ac-textBlock'))).toBe('Ada <at>Bob</at>');
    expect([...page.querySelectorAll('.at')].map((at) => at.textContent)).toEqual(['Ada']);
  });

  it('is as wide as it asks for', async () => {
    expect((await show([text('x')])).querySelector('.card.wide')).toBeNull();
    const wide = await show([text('x')], { msteams: { width: 'Full' } });
    expect(wide.querySelector('.card.wide')).not.toBeNull();
  });
});
