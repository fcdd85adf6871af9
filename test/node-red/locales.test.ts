import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { checkout } from './support/package-under-test';

/** As it is packed: a chat's words are in part those of all chats and of the core. */
const base = join(checkout, 'node-red/dist/node-red');
const folders = ['nodes', 'config'].flatMap((kind) =>
  readdirSync(join(base, kind)).map((name) => join(base, kind, name)),
);

const keys = (value: object, prefix = ''): string[] =>
  Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'object' ? keys(inner, `${prefix}${key}.`) : [`${prefix}${key}`],
  );
const values = (value: object): string[] =>
  Object.values(value).flatMap((inner) => (typeof inner === 'object' ? values(inner) : [inner]));
const at = (value: object, path: string): string =>
  path
    .split('.')
    .reduce<unknown>((inner, key) => (inner as Record<string, unknown>)[key], value) as string;
const catalogue = (folder: string, language: string) =>
  JSON.parse(readFileSync(join(folder, 'locales', language, 'runtime.json'), 'utf8'));

const made = (field: string) => [`hint.${field}Once`, `hint.${field}Kept`, 'button.copy'];

/** What the scripts of all dialogs ask a dialog's catalogue for, by the call that makes them. */
const BY_SCRIPTS: Readonly<Record<string, readonly string[]>> = {
  'AlertwireDialog.configLabel': ['label.node'],
  'AlertwireLists.conditionWords': ['and', 'or', 'key', 'in', 'notIn', 'values'].map(
    (word) => `condition.${word}`,
  ),
  'AlertwireAddress.valid': ['invalid.path', 'invalid.taken'],
  'AlertwireAddress.show': ['button.copy'],
  'AlertwireConnection.prepare': ['result.asking', 'result.known', 'result.failed'],
  "AlertwireSecrets.prepare(this, 'key')": made('key'),
  "AlertwireSecrets.prepare(this, 'secret')": made('secret'),
  'AlertwireTyped.choice': ['label.choice'],
  'AlertwireTyped.found': ['label.byId'],
};

describe.each(folders)('%s', (folder) => {
  const [english, chinese] = [catalogue(folder, 'en-US'), catalogue(folder, 'zh-CN')];

  test('both languages say the same things', () => {
    expect(keys(chinese).sort()).toEqual(keys(english).sort());
    expect(values(chinese)).not.toContain('');
    const blanks = (text: string) => text.match(/__\w+__/g) ?? [];
    const inOrder = (catalogue: object) =>
      keys(catalogue)
        .sort()
        .map((key) => blanks(at(catalogue, key)));
    expect(inOrder(chinese)).toEqual(inOrder(english));
  });

  test('every text the dialog asks for is there', () => {
    const html = readFileSync(join(folder, 'runtime.html'), 'utf8');
    const asked = [
      ...[...html.matchAll(/data-i18n="(?:\[\w+\])?([\w.-]+)"/g)].map(([, key]) => key),
      ...[...html.matchAll(/\._\(\s*'([\w.-]+)'\s*[,)]/g)].map(([, key]) => key),
      ...[...html.matchAll(/'(invalid\.\w+)'/g)].map(([, key]) => key),
      ...Object.entries(BY_SCRIPTS).flatMap(([call, keys]) => (html.includes(call) ? keys : [])),
    ];
    expect(asked.length).toBeGreaterThan(0);
    for (const key of asked) expect(keys(english)).toContain(key);
  });

  const page = { 'en-US': 'runtime.html', 'zh-CN': 'locales/zh-CN/runtime.html' } as const;
  const help = (language: keyof typeof page) =>
    readFileSync(join(folder, page[language]), 'utf8').split('data-help-name=')[1] ?? '';

  test('help starts with a short paragraph, and both languages have the same parts', () => {
    const parts = (language: keyof typeof page) => help(language).match(/^###/gm)?.length;
    expect(help('en-US')).toMatch(/^"[\w-]+">\n[A-Z][^\n]{20,160}\n\n/);
    expect(help('zh-CN')).not.toContain('{{');
    expect(parts('zh-CN')).toBe(parts('en-US'));
  });

  test.each(['en-US', 'zh-CN'] as const)('the editor renders the help in %s', (language) => {
    // A property whose description holds a colon is left out of the list of properties:
    // https://github.com/node-red/node-red/blob/4.1.0/packages/node_modules/%40node-red/editor-client/src/js/ui/utils.js
    const properties = help(language).match(/^ *: .*$/gm) ?? [];
    for (const property of properties) expect(property).toMatch(/^ *: [^:]+ : [^:]+$/);
    // An underscore beside a letter is no emphasis, and beyond ASCII everything counts as a letter.
    expect(help(language)).not.toMatch(/\P{ASCII}_|_\P{ASCII}/u);
  });
});

test('what nodes that hear people say is in their catalogues', () => {
  const sources = join(checkout, 'node-red/host/response');
  const code = (readdirSync(sources, { recursive: true }) as string[])
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join(sources, file), 'utf8'))
    .join('');
  const asked = [
    ...[...code.matchAll(/'((?:status|error|warning)\.\w+)'/g)].map(([, key]) => key),
    ...[...code.matchAll(/'(no[A-Z]\w+)'/g)].flatMap(([, key]) => [
      `status.${key}`,
      `error.${key}`,
    ]),
    ...['status.added', 'status.removed'],
  ];
  expect(asked.length).toBeGreaterThan(10);
  for (const folder of folders.filter((name) => /(?<!link)-response$/.test(name)))
    expect(keys(catalogue(folder, 'en-US'))).toEqual(expect.arrayContaining(asked));
});

test('what the runtime says is in the catalogues', () => {
  const asked: Readonly<Record<string, RegExp>> = {
    'alert-in': /(?:RED\._|this\.text|this\.say)\(\s*(?:'\w+',\s*'\w+',\s*)?'([\w.]+)'/g,
    'alert-filter': /RED\._\('([\w.]+)'/g,
    'alert-watch': /RED\._\('([\w.]+)'/g,
    'on-call-action': /this\.text\('([\w.]+)'/g,
    'alert-router': /RED\._\('([\w.]+)'/g,
    'link-response': /'(status\.\w+)'/g,
  };
  for (const [name, pattern] of Object.entries(asked)) {
    const folder = join(base, 'nodes', name);
    const sources = join(checkout, 'node-red/nodes', name);
    const found = readdirSync(sources)
      .filter((file) => file.endsWith('.ts'))
      .flatMap((file) =>
        [...readFileSync(join(sources, file), 'utf8').matchAll(pattern)].map(([, key]) => key),
      );
    expect(found.length).toBeGreaterThan(0);
    for (const key of found) expect(keys(catalogue(folder, 'en-US'))).toContain(key);
  }
});
