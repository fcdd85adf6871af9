import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from '@jest/globals';
import { checkout } from './support/package-under-test';

type Validator = (this: object, value: unknown, options: object) => true | string;
type Holds = (value: string, node: { asks?: boolean }) => boolean;
interface Valid {
  fits(holds: Holds, says: string): Validator;
  rule(holds: Holds, says: string): Validator;
  atLeast(least: number, says: string): Validator;
  chosen(asks: (node: { asks?: boolean }) => boolean, says: string): Validator;
}
interface Address {
  local(path: string): string;
  readonly valid: Validator;
  giveFree(node: { path: string }): void;
}
interface Scripts {
  readonly AlertwireValid: Valid;
  readonly AlertwireAddress: Address;
}

/** The dialogs' scripts, in an editor with these nodes. */
const editorWith = (nodes: readonly object[] = [], httpNodeRoot = '/'): Scripts => {
  const page: Record<string, unknown> = {
    RED: { settings: { httpNodeRoot }, nodes: { filterNodes: () => nodes } },
    location: { origin: 'http://red.example.com' },
  };
  page.window = page;
  for (const name of ['valid', 'address'])
    runInNewContext(readFileSync(join(checkout, 'node-red/resources', `${name}.js`), 'utf8'), page);
  return page as unknown as Scripts;
};

/** As a field names a variable of the environment. */
const variable = (name: string) => `\${${name}}`;

const says = { _: (key: string) => `said: ${key}` };
const asked = (validator: Validator, value: unknown, node: object = {}) =>
  validator.call({ ...says, ...node }, value, {});

describe('what may stand in a field', () => {
  const { AlertwireValid } = editorWith();
  const bad = 'said: invalid.x';

  test('is marked with a sentence, which Node-RED takes from two arguments only', () => {
    const validators = [
      AlertwireValid.fits(() => true, 'invalid.x'),
      AlertwireValid.rule(() => true, 'invalid.x'),
      AlertwireValid.atLeast(0, 'invalid.x'),
      AlertwireValid.chosen(() => true, 'invalid.x'),
      editorWith().AlertwireAddress.valid,
    ];
    for (const validator of validators) expect(validator).toHaveLength(2);
  });

  test.each([
    ['0', true],
    [15, true],
    ['', true],
    [variable('MINUTES'), true],
    ['-1', bad],
    ['soon', bad],
    [undefined, bad],
    ['${MINUTES', bad],
  ])('a number of at least nothing: %s', (value, answer) =>
    expect(asked(AlertwireValid.atLeast(0, 'invalid.x'), value)).toBe(answer),
  );

  test('depends on the node; a variable may stand where the rule allows it', () => {
    const holds: Holds = (value, node) => node.asks === true && value === 'this';
    const [fits, rule] = [
      AlertwireValid.fits(holds, 'invalid.x'),
      AlertwireValid.rule(holds, 'invalid.x'),
    ];
    for (const validator of [fits, rule]) {
      expect(asked(validator, 'this', { asks: true })).toBe(true);
      expect(asked(validator, 'this')).toBe(bad);
    }
    expect(asked(fits, variable('THIS'))).toBe(true);
    expect(asked(rule, variable('THIS'))).toBe(bad);
  });

  test('has to be chosen only where the node asks for it', () => {
    const chosen = AlertwireValid.chosen((node) => node.asks === true, 'invalid.x');
    expect(asked(chosen, '', { asks: true })).toBe(bad);
    expect(asked(chosen, 'c1', { asks: true })).toBe(true);
    expect(asked(chosen, '')).toBe(true);
  });
});

describe('the path of a node', () => {
  const other = { id: 'other', type: 'alertwire-link-response', path: '/answers' };
  const pathAnswer = (others: readonly object[], path: string, node: object = { id: 'me' }) =>
    asked(editorWith(others).AlertwireAddress.valid, path, node);

  test.each(['', '/', 'answers', '/answers/', '/a b', '/a//b', '/ü'])('is none: %s', (path) =>
    expect(pathAnswer([], path)).toBe('said: invalid.path'),
  );

  test.each(['/answers', '/a/b-c/d.e_f~g', variable('PATH')])('is one: %s', (path) =>
    expect(pathAnswer([], path)).toBe(true),
  );

  test('belongs to one node that listens', () => {
    expect(pathAnswer([other], '/answers')).toBe('said: invalid.taken');
    expect(pathAnswer([other], '/elsewhere')).toBe(true);
    expect(pathAnswer([other], '/answers', { id: 'other' })).toBe(true);
    expect(pathAnswer([{ ...other, d: true }], '/answers')).toBe(true);
    expect(pathAnswer([{ ...other, receiveBy: 'socket' }], '/answers')).toBe(true);
    expect(pathAnswer([{ ...other, type: 'switch' }], '/answers')).toBe(true);
    expect(pathAnswer([other], '/answers', { id: 'me', receiveBy: 'socket' })).toBe(true);
  });

  test('of a new node is the first free one', () => {
    const freeBeside = (...paths: string[]) => {
      const node = { path: '/answers' };
      const { AlertwireAddress } = editorWith(paths.map((path) => ({ path })));
      AlertwireAddress.giveFree(node);
      return node.path;
    };
    expect(freeBeside()).toBe('/answers');
    expect(freeBeside('/answers')).toBe('/answers-2');
    expect(freeBeside('/answers', '/answers-2')).toBe('/answers-3');
  });

  test('stands below the root of the flows', () => {
    expect(editorWith().AlertwireAddress.local('/answers')).toBe('http://red.example.com/answers');
    const below = editorWith([], '/flows/').AlertwireAddress;
    expect(below.local('answers')).toBe('http://red.example.com/flows/answers');
  });
});

const script = (name: string) =>
  readFileSync(join(checkout, 'node-red/resources', `${name}.js`), 'utf8');
const scripts = readdirSync(join(checkout, 'node-red/resources')).map((file) =>
  file.replace('.js', ''),
);
/** Every script calls itself by its file's name. */
const calledIn = (text: string) =>
  scripts.filter((name) => text.includes(`Alertwire${name[0]?.toUpperCase()}${name.slice(1)}.`));

test.each(
  ['nodes', 'config'].flatMap((kind) =>
    readdirSync(join(checkout, 'node-red/dist/node-red', kind)).map((name) => join(kind, name)),
  ),
)('the dialog of %s loads every script that it needs', (folder) => {
  const html = readFileSync(
    join(checkout, 'node-red/dist/node-red', folder, 'runtime.html'),
    'utf8',
  );
  const loaded = [...html.matchAll(/node-red-alertwire\/(\w+)\.js/g)].map(([, name]) => `${name}`);
  const own = html.replace(/<script src=.*/g, '');
  expect(loaded).toEqual(expect.arrayContaining(calledIn(own)));
  const needed = [own, ...loaded.map(script)].flatMap(calledIn);
  for (const name of loaded) expect(['dialog', ...needed]).toContain(name);
});
