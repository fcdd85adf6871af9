import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { listChatPlatforms } from '../../core/index';
import { packageUnderTest } from './support/package-under-test';
import { definitionsIn } from './support/read-definitions';

/** The rules of the Flow Library's scorecard that can be judged offline, over what is published. */
const home = packageUnderTest();
const manifest = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
const sets = Object.entries<string>(manifest['node-red'].nodes).map(([name, file]) => {
  const html = readFileSync(join(home, file.replace(/\.js$/, '.html')), 'utf8');
  return { name, file, html, definitions: definitionsIn(html) };
});
const definitions = sets.flatMap((set) => set.definitions);

/** A chat brings four more: two connections, a sender, and what hears its people. */
const NO_CHAT = [
  'alertwire-webhook-secret',
  'alertwire-signing-key',
  'alertwire-alert-in',
  'alertwire-alert-filter',
  'alertwire-alert-router',
  'alertwire-alert-watch',
  'alertwire-on-call-action',
  'alertwire-ilert',
  'alertwire-flashduty',
  'alertwire-teams-outgoing',
  'alertwire-link-response',
];

/** Is the version at least what `>=` says? */
const satisfies = (version: string, range: string): boolean => {
  const [, ...least] = /^>=(\d+)\.(\d+)\.(\d+)$/.exec(range) ?? [];
  const order = version.localeCompare(least.join('.'), 'en', { numeric: true });
  return least.length === 3 && order >= 0;
};

test('P01 it has a license', () => expect(manifest.license).toBe('MIT'));
test('P03 it says where its source is', () =>
  expect(manifest.repository.url ?? manifest.bugs).toMatch(/github\.com/));
test('P04 its name is scoped', () => expect(manifest.name).toMatch(/^@[a-z]+\/node-red-[a-z]+$/));
test('P05 it has the keyword node-red', () => expect(manifest.keywords).toContain('node-red'));
test('P06 it runs on the maintained Node-REDs', () => {
  for (const version of ['4.1.15', '5.0.7']) {
    expect(satisfies(version, manifest['node-red'].version)).toBe(true);
  }
  expect(satisfies('4.0.9', manifest['node-red'].version)).toBe(false);
});
test('P07 it runs on the oldest Node of the newest Node-RED', () =>
  expect(satisfies('22.9.0', manifest.engines.node)).toBe(true));
test('D01 it has few dependencies, and ships nothing else', () => {
  expect(Object.keys(manifest.dependencies).sort()).toEqual(['classic-level', 'undici']);
  expect(existsSync(join(home, 'node_modules'))).toBe(false);
});

test('every set has one definition the scorecard can read, named like the set', () => {
  expect(sets).toHaveLength(NO_CHAT.length + 4 * listChatPlatforms().length);
  expect(sets.map(({ name }) => name)).toEqual(expect.arrayContaining(NO_CHAT));
  for (const { name, definitions } of sets)
    expect(definitions.map(({ type }) => type)).toEqual([name]);
});

test('N01 no type can be mistaken for another package’s', () => {
  for (const { type } of definitions) expect(type).toMatch(/^alertwire-/);
});

test('N02 every node occurs in an example, and no example needs foreign nodes or has secrets', () => {
  const files = readdirSync(join(home, 'examples')).filter((name) => name.endsWith('.json'));
  const nodes = files.flatMap((file) =>
    JSON.parse(readFileSync(join(home, 'examples', file), 'utf8')),
  ) as { type: string; credentials?: unknown }[];
  const core = ['tab', 'comment', 'debug', 'catch', 'change'];
  const ours = definitions.map(({ type }) => type);
  const types = new Set(nodes.map(({ type }) => type));
  for (const type of ours) expect(types).toContain(type);
  for (const type of types) expect([...core, ...ours]).toContain(type);
  for (const node of nodes) expect(node).not.toHaveProperty('credentials');
  expect(types).toContain('comment');
});

test('every node has a template, help, an icon of its own and a category without a hyphen', () => {
  for (const { file, html, definitions } of sets) {
    const [{ type, category, icon }] = definitions;
    expect(html).toContain(`data-template-name="${type}"`);
    expect(html).toMatch(new RegExp(`type="text/markdown" data-help-name="${type}">\n\\S`));
    expect(category).toMatch(/^[a-z]+$/);
    if (category === 'config') continue;
    expect(icon).toMatch(/^alertwire-/);
    expect(readFileSync(join(home, file, '../icons', icon ?? ''), 'utf8')).toMatch(
      /viewBox="0 0 40 60"/,
    );
  }
});

test('nothing but what runs is published', () => {
  const files = readdirSync(home, { recursive: true }) as string[];
  expect(files.filter((name) => /\.(ts|mjs|map|tgz)$|\.test\./.test(name))).toEqual([]);
});
