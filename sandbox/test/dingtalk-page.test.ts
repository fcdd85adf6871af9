import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';

const MODULE = join(__dirname, '..', 'page', 'app', 'dingtalk', 'markdown.js');
const SCRIPT = `
  const { parseMarkdown } = await import(process.argv[1]);
  const [text, called] = JSON.parse(process.argv[2]);
  process.stdout.write(JSON.stringify(parseMarkdown(text, called)));
`;

/** The page's modules are for browsers; Node runs them as they are. */
const parse = async (text: string, called: string[] = []) => {
  const args = ['--input-type=module', '-e', SCRIPT, `file://${MODULE}`];
  const input = JSON.stringify([text, called]);
  const { stdout } = await promisify(execFile)(process.execPath, [...args, input]);
  return JSON.parse(stdout).flatMap(({ blocks }: { blocks: unknown[] }) => blocks);
};

const text = (value: string) => ({ type: 'text', text: value });
const line = (...parts: object[]) => ({ type: 'line', parts });

describe('Markdown on the page', () => {
  it.each([
    ['### a', [{ type: 'heading', level: 3, parts: [text('a')] }]],
    ['a  \nb\nc', [line(text('a')), line(text('b c'))]],
    ['a  \n \u00a0\u00a0b', [line(text('a')), line(text('\u00a0\u00a0b'))]],
    ['a\n\nb', [line(text('a')), line(text('b'))]],
    [
      '> a  \n> b',
      [
        { type: 'quote', parts: [text('a')] },
        { type: 'quote', parts: [text('b')] },
      ],
    ],
    [
      '- a\n2. b',
      [
        { type: 'item', parts: [text('a')] },
        { type: 'item', number: '2', parts: [text('b')] },
      ],
    ],
    [
      '**a** *b* [c](https://d) ![e](https://f)',
      [
        line(
          { type: 'bold', parts: [text('a')] },
          text(' '),
          { type: 'italic', parts: [text('b')] },
          text(' '),
          { type: 'link', url: 'https://d', parts: [text('c')] },
          text(' '),
          { type: 'image', url: 'https://f', alt: 'e' },
        ),
      ],
    ],
    ['5*60 node_cpu_total <b>x</b>', [line(text('5*60 node_cpu_total <b>x</b>'))]],
  ])('reads %j', async (source, expected) => expect(await parse(source)).toEqual(expected));

  it('shows as called only who is', async () => {
    expect(await parse('@138 @139', ['@138'])).toEqual([
      line({ type: 'mention', text: '@138' }, text(' '), text('@139')),
    ]);
  });
});
