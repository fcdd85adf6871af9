import { describe, expect, it } from '@jest/globals';
import { honestLabel, labelText } from '../../../core/chat/label';
import { type Write, write } from '../../../core/chat/write';

const plain: Write = (raw, limit) =>
  write(raw, limit, { special: /\*/g, rewrite: () => '＊', lines: 'one' });

describe('a label', () => {
  it.each([
    ['region', 'eu', 'region: eu'],
    ['region', ' ', 'region'],
    ['*', '*', '＊: ＊'],
    ['', '', '–'],
  ])('%j: %j is %j', (label, value, text) =>
    expect(labelText({ label, value }, plain, '–')).toBe(text),
  );
});

describe('what a link is called', () => {
  it.each([
    ['Graph', 'Graph'],
    ['https://a.example/x', 'https://a.example/x'],
    ['https://b.example/x', 'https://b.example/x (a.example)'],
    ['\u200b', 'a.example'],
    ['', 'a.example'],
    ['x'.repeat(200), `${'x'.repeat(39)}…`],
    [`https://b.example/${'x'.repeat(200)}`, 'https://b.example/xxxxxxxxx… (a.example)'],
  ])('%j: %j', (label, text) => expect(honestLabel(label, 'a.example', 40, plain)).toBe(text));

  it('is never without words, however long the host is', () =>
    expect(honestLabel('b.example', 'a'.repeat(60), 20, plain)).toBe(`… (${'a'.repeat(18)}…`));
});
