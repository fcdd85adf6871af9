import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';

// it brings no types
const { JSDOM }: { JSDOM: new (html: string) => { window: Window } } = require('jsdom');

const MODULE = join(__dirname, '..', 'page', 'app', 'mattermost', 'message.js');
/** The page's modules are for browsers; here Node runs them on jsdom. */
const SCRIPT = `
  import { createRequire } from 'node:module';
  const require = createRequire(process.argv[2]);
  const { JSDOM } = require('jsdom');
  globalThis.document = new JSDOM('').window.document;
  globalThis.markdownit = require('markdown-it/dist/markdown-it.js');
  const { prepare, renderMessage } = await import(process.argv[1]);
  await prepare();
  const message = { payload: JSON.parse(process.argv[3]), at: '2026-03-01T02:12:00Z' };
  process.stdout.write(renderMessage(message).outerHTML);
`;

async function show(payload: object) {
  const args = ['--input-type=module', '-e', SCRIPT, `file://${MODULE}`, __filename];
  const input = JSON.stringify(payload);
  const { stdout } = await promisify(execFile)(process.execPath, [...args, input]);
  return new JSDOM(stdout).window.document;
}

const html = (page: Document, selector: string) =>
  [...page.querySelectorAll(selector)].map((element) => element.innerHTML);

describe('a message on the page', () => {
  it('is Markdown', async () => {
    const page = await show({
      text: '🔴 **[Down](https://a.example/x)**\n@here `code` _em_ #tag ~town-square :fire:\n\n```\nlog\n```\n| a | b |\n|---|---|\n| 1 | 2 |',
    });
    expect(html(page, 'strong a')).toEqual(['Down']);
    expect(html(page, '.mention')).toEqual(['@here']);
    expect(html(page, '.hashtag')).toEqual(['#tag', '~town-square']);
    expect(html(page, 'code')).toEqual(['code']);
    expect(html(page, 'pre')).toEqual(['log\n']);
    expect(html(page, 'td')).toEqual(['1', '2']);
    expect(page.querySelector('p')?.innerHTML).toContain('🔥');
  });

  it('shows markup that is none as the text it is', async () => {
    const page = await show({
      text: '<b>x</b> <img src=x onerror=alert(1)> [a](javascript:x) ![p](https://a.example/p.png) [c](mmaction://x)',
    });
    expect(html(page, '.body b, .body img, .body script')).toEqual([]);
    expect(html(page, 'a')).toEqual([]);
    expect(page.querySelector('.body')?.textContent).toContain('<img src=x onerror=alert(1)>');
  });

  it('has its attachments below it, the fields below their text', async () => {
    const page = await show({
      text: 'x',
      priority: { priority: 'urgent' },
      attachments: [
        {
          color: '#d92d20',
          text: '*story*',
          fields: [{ title: 'Source', value: 'Shop **eu**', short: true }],
          footer: `#1 *raw* ${'x'.repeat(400)}`,
        },
      ],
    });
    const attachment = page.querySelector<HTMLElement>('.attachment');
    expect(attachment?.style.borderLeftColor).toBe('rgb(217, 45, 32)');
    expect([...(attachment?.children ?? [])].map(({ className }) => className)).toEqual([
      'body',
      'fields',
      'footer',
    ]);
    expect(html(page, '.fields .short strong')).toEqual(['eu']);
    expect(page.querySelector('.footer')?.textContent).toHaveLength(300);
    expect(html(page, '.priority')).toEqual(['Urgent']);
  });

  it('of a bot is read as the API keeps it', async () => {
    const page = await show({
      message: '**Down**',
      props: { attachments: [{ text: '*story*' }], silent_notification: true },
      metadata: { priority: { priority: 'important' } },
    });
    expect(html(page, '.post > .body strong')).toEqual(['Down']);
    expect(html(page, '.attachment em')).toEqual(['story']);
    expect(html(page, '.byline > strong, .aside, .priority')).toEqual([
      'bot',
      'silent',
      'Important',
    ]);
  });

  it('understands what Slack writes', async () => {
    const page = await show({ text: '<!here> <https://a.example|there>' });
    expect(html(page, '.mention')).toEqual(['@here']);
    expect(html(page, 'a')).toEqual(['there']);
  });
});
