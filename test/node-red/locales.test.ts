import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { checkout } from './support/package-under-test';

const base = join(checkout, 'node-red');
const folders = ['nodes', 'config'].flatMap((kind) =>
  readdirSync(join(base, kind)).map((name) => join(base, kind, name)),
);

const keys = (value: object, prefix = ''): string[] =>
  Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'object' ? keys(inner, `${prefix}${key}.`) : [`${prefix}${key}`],
  );
const values = (value: object): string[] =>
  Object.values(value).flatMap((inner) => (typeof inner === 'object' ? values(inner) : [inner]));
const catalogue = (folder: string, language: string) =>
  JSON.parse(readFileSync(join(folder, 'locales', language, 'runtime.json'), 'utf8'));

describe.each(folders)('%s', (folder) => {
  const [english, chinese] = [catalogue(folder, 'en-US'), catalogue(folder, 'zh-CN')];

  test('both languages say the same things', () => {
    expect(keys(chinese)).toEqual(keys(english));
    expect(values(chinese)).not.toContain('');
    const blanks = (text: string) => text.match(/__\w+__/g) ?? [];
    expect(values(chinese).map(blanks)).toEqual(values(english).map(blanks));
  });

  test('every text the dialog asks for is there', () => {
    const html = readFileSync(join(folder, 'editor.html'), 'utf8');
    const asked = [
      ...[...html.matchAll(/data-i18n="(?:\[\w+\])?([\w.-]+)"/g)].map(([, key]) => key),
      ...[...html.matchAll(/\._\(\s*'([\w.-]+)'\s*[,)]/g)].map(([, key]) => key),
    ];
    expect(asked.length).toBeGreaterThan(0);
    for (const key of asked) expect(keys(english)).toContain(key);
  });

  test('help starts with a short paragraph, and both languages have the same parts', () => {
    const help = (language: string) =>
      readFileSync(join(folder, 'locales', language, 'help.md'), 'utf8');
    const parts = (language: string) => help(language).match(/^###/gm)?.length;
    expect(help('en-US')).toMatch(/^[A-Z][^\n]{20,160}\n\n/);
    expect(parts('zh-CN')).toBe(parts('en-US'));
  });
});

test('what the runtime says is in the catalogues', () => {
  const asked: Readonly<Record<string, RegExp>> = {
    'alert-in': /(?:RED\._|this\.text|this\.say)\(\s*(?:'\w+',\s*'\w+',\s*)?'([\w.]+)'/g,
    'alert-filter': /RED\._\('([\w.]+)'/g,
  };
  for (const [name, pattern] of Object.entries(asked)) {
    const folder = join(base, 'nodes', name);
    const sources = readdirSync(folder).filter((file) => file.endsWith('.ts'));
    const found = sources.flatMap((file) =>
      [...readFileSync(join(folder, file), 'utf8').matchAll(pattern)].map(([, key]) => key),
    );
    expect(found.length).toBeGreaterThan(0);
    for (const key of found) expect(keys(catalogue(folder, 'en-US'))).toContain(key);
  }
});
