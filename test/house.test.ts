import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const root = resolve(__dirname, '..');

const filesBelow = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((file) => !/(^|\/)(dist|node_modules)\//.test(file));

const importsOf = (file: string): string[] => {
  const source = readFileSync(join(root, file), 'utf8');
  return [...source.matchAll(/\b(?:from |import |import\(|require\()'([^']+)'/g)].map(
    (match) => match[1],
  );
};

/** `core/chat/slack/text.ts` importing `../../http/types` → `core/http/types`. */
const targetOf = (file: string, name: string): string =>
  name.startsWith('.')
    ? relative(root, resolve(root, dirname(file), name))
        .split(sep)
        .join('/')
    : name;

const roomOf = (path: string): string => path.split('/')[1].replace(/\.ts$/, '');

/** Which rooms of the core a room may look into, besides itself. */
const ARROWS: Record<string, string[]> = {
  problem: [],
  i18n: [],
  http: ['problem'],
  ports: ['http'],
  alert: ['problem', 'http', 'i18n'],
  filter: ['problem', 'http', 'i18n', 'alert'],
  routing: ['problem', 'http', 'i18n', 'alert', 'filter'],
  answers: ['problem', 'ports', 'http', 'i18n', 'alert'],
  oncall: ['problem', 'ports', 'http', 'i18n', 'alert'],
  chat: ['problem', 'ports', 'http', 'i18n', 'alert', 'answers'],
  delivery: ['problem', 'ports', 'http', 'i18n', 'alert', 'answers', 'filter', 'routing', 'chat'],
  fields: ['problem', 'i18n', 'alert', 'answers', 'filter', 'chat', 'oncall', 'routing'],
};

describe('the house', () => {
  it.each(filesBelow('core'))('%s imports only along the arrows', (file) => {
    const room = roomOf(file);
    if (room === 'index') return;
    for (const name of importsOf(file)) {
      const target = targetOf(file, name);
      if (target === 'node:crypto') continue;
      expect(target).toMatch(/^core\//);
      expect([room, ...ARROWS[room]]).toContain(roomOf(target));
    }
  });

  it.each(filesBelow('core').filter((file) => file.startsWith('core/delivery/')))(
    '%s knows a chat only through the registry',
    (file) => {
      for (const name of importsOf(file))
        expect(targetOf(file, name)).not.toMatch(/^core\/chat\/[^/]+\//);
    },
  );

  it.each(['nodes', 'credentials', 'node-red', 'vendor'].flatMap((folder) => filesBelow(folder)))(
    '%s knows the core only by its face',
    (file) => {
      for (const name of importsOf(file)) {
        const target = targetOf(file, name);
        if (target.startsWith('core/')) expect(target).toBe('core/index');
      }
    },
  );

  it.each(filesBelow('sandbox'))('%s imports nothing from the core', (file) => {
    for (const name of importsOf(file)) expect(targetOf(file, name)).not.toMatch(/^core\//);
  });

  it.each(
    ['core', 'nodes', 'credentials', 'node-red', 'sandbox'].flatMap((folder) => filesBelow(folder)),
  )('%s holds one idea', (file) => {
    expect(readFileSync(join(root, file), 'utf8').split('\n').length).toBeLessThanOrEqual(250);
    expect(file).not.toMatch(/utils?\b/);
  });

  it.each(filesBelow('core'))('%s stays pure', (file) => {
    const source = readFileSync(join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
    expect(source).not.toMatch(
      /\b(setTimeout|setInterval|setImmediate|globalThis|process\.|console\.|Date\.now|Math\.random|new Date\(\))/,
    );
  });
});

describe('the wings', () => {
  const platforms = (wing: string): string[] =>
    readdirSync(join(root, 'core', wing)).filter((name) =>
      statSync(join(root, 'core', wing, name)).isDirectory(),
    );
  const filesOf = (wing: string, platform: string): string[] =>
    readdirSync(join(root, 'core', wing, platform))
      .filter((name) => /^(inbound|[a-z-]+\.ts)$/.test(name))
      .map((name) => name.replace('.ts', ''));

  const PLAN = {
    oncall: [
      ...['actions', 'auth', 'check', 'check-credential', 'events', 'example', 'index'],
      ...['lists', 'read', 'subscription', 'verify'],
    ],
    chat: [
      ...['auth', 'bot', 'check-credential', 'draw', 'errors', 'inbound', 'index'],
      ...['limits', 'mentions', 'message', 'render', 'text', 'webhook'],
    ],
  };

  it.each(
    Object.entries(PLAN).flatMap(([wing, plan]) =>
      platforms(wing).map((platform) => ({ wing, platform, plan })),
    ),
  )('$wing/$platform has the files every platform has', ({ wing, platform, plan }) => {
    expect(filesOf(wing, platform)).toEqual(expect.arrayContaining(plan));
  });

  it.each(['oncall', 'chat'])('every folder of %s is in its registry, and nothing else', (wing) => {
    const registry = importsOf(`core/${wing}/registry.ts`)
      .map((name) => /^\.\/([a-z]+)\/index$/.exec(name)?.[1])
      .filter((name) => name !== undefined);
    expect(registry.sort()).toEqual(platforms(wing).sort());
  });
});
