import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import {
  alertFieldsOf,
  alertFilterFields,
  alertRegistrationFields,
  alertRouterFields,
  alertTriggerFields,
  alertWatchFields,
  BUTTON_FIELDS,
  credentialFieldsOf,
  type Field,
  linkResponseFields,
  listChatPlatforms,
  listOnCallPlatforms,
  type OnCallField,
  onCallActionFields,
  onCallCredentialFieldsOf,
  responseFieldsOf,
  socketOf,
  sweepField,
} from '../../core/index';
import { checkout } from './support/package-under-test';
import { definitionsIn } from './support/read-definitions';

const typeOf = (field: string): string => `${field}Type`;

/** What may come from the message. */
const isTyped = ({ name, kind }: OnCallField): boolean =>
  name !== 'platform' && name !== 'action' && kind !== 'boolean';

type AnyField = Omit<Field, 'kind'>;

const nodes: { name: string; fields: readonly AnyField[]; own: readonly string[] }[] = [
  {
    name: 'alert-in',
    fields: [...alertTriggerFields, ...alertRegistrationFields],
    own: ['name', 'path', 'secret', 'whenStoreUnavailable', 'ilert', 'publicUrl'],
  },
  { name: 'alert-filter', fields: alertFilterFields, own: ['name', 'showDropped'] },
  { name: 'alert-watch', fields: [...alertWatchFields, sweepField], own: ['name'] },
  { name: 'alert-router', fields: alertRouterFields, own: ['name', 'outputs'] },
  {
    name: 'on-call-action',
    fields: onCallActionFields,
    own: [
      'name',
      'language',
      ...listOnCallPlatforms().map(({ id }) => id),
      ...onCallActionFields.filter(isTyped).map(({ name }) => typeOf(name)),
    ],
  },
  ...listChatPlatforms().map(({ id }) => ({
    name: `${id}-alert`,
    fields: [...alertFieldsOf(id, ['webhook', 'bot']), ...BUTTON_FIELDS],
    own: [
      'name',
      'connection',
      'botConnection',
      'signingKey',
      ...['title', 'description', 'severity', 'status', 'alertId', 'url', 'text'].map(typeOf),
      ...['channelId', 'person', 'messageRef'].map(typeOf),
    ],
  })),
  ...listChatPlatforms().map(({ id }) => ({
    name: `${id}-response`,
    fields: responseFieldsOf(id),
    own: [
      ...['name', 'connection', 'signingKey', 'path'],
      ...(socketOf(id) ? ['receiveBy'] : []),
      ...(id === 'mattermost' || id === 'dingtalk' ? ['publicAddress'] : []),
      ...(id === 'teams' ? ['outgoing'] : []),
    ],
  })),
  { name: 'link-response', fields: linkResponseFields, own: ['name', 'signingKey', 'path'] },
];

/** What Node-RED serves to the editor. */
const built = (name: string, file: string): string =>
  readFileSync(join(checkout, 'node-red/dist/node-red/nodes', name, file), 'utf8');
const builtHtml = (name: string): string => built(name, 'runtime.html');

/** Also those that stand in a row of another. */
const withRows = (fields: readonly AnyField[]): readonly AnyField[] =>
  fields.flatMap((field) => [field, ...(field.fields ?? [])]);

describe.each(nodes)('$name', ({ name, fields, own }) => {
  const html = builtHtml(name);
  const { label, option = {} } = JSON.parse(built(name, 'locales/en-US/runtime.json'));
  const [{ defaults }] = definitionsIn(html);

  test('stores the fields of the core, by their names and with their defaults', () => {
    const ours = Object.fromEntries(Object.entries(defaults).filter(([key]) => !own.includes(key)));
    expect(ours).toEqual(Object.fromEntries(fields.map((field) => [field.name, field.default])));
    for (const key of own) expect(defaults).toHaveProperty(key);
  });

  test('calls fields and options by the words of the core', () => {
    for (const field of withRows(fields)) {
      expect([field.name, label[field.name]]).toEqual([field.name, field.label]);
      const options = Object.fromEntries(
        (field.options ?? []).map((choice) => [choice.value, choice.label]),
      );
      // The catalogue may leave out names, which no language translates.
      expect([field.name, { ...options, ...option[field.name] }]).toEqual([field.name, options]);
    }
  });

  test('offers every option in its dialog, and no other', () => {
    for (const { name: field, options = [] } of withRows(fields)) {
      if (options.length === 0) continue;
      const select = new RegExp(`<select id="node-input-${field}".*?</select>`, 's').exec(
        html,
      )?.[0];
      const values = options.map(({ value }) => value);
      if (select) {
        const offered = [...select.matchAll(/<option value="([^"]+)"/g)].map(([, value]) => value);
        expect([field, offered]).toEqual([field, values]);
      } else {
        expect(html).toContain(JSON.stringify(values));
      }
    }
  });
});

test.each(
  listChatPlatforms().flatMap(({ id, name }) =>
    (['webhook', 'bot'] as const).map((transport) => ({ id, name, transport })),
  ),
)(
  'the connection of $name by $transport hides what is secret, and only that',
  ({ id, transport }) => {
    const config = join(checkout, 'node-red/dist/node-red/config');
    const html = readdirSync(config)
      .filter((folder) => existsSync(join(config, folder, 'kind.js')))
      .filter((folder) => {
        const { kind } = require(join(config, folder, 'kind.js'));
        return kind.chat === id && kind.transport === transport;
      })
      .map((folder) => built(join('..', 'config', folder), 'runtime.html'))
      .join('');
    for (const { name, secret = true } of credentialFieldsOf(id, transport)) {
      const type = secret ? 'password' : 'text';
      expect(html).toContain(`<input type="${type}" id="node-config-input-${name}"`);
      expect(html).toContain(`${name}: { type: '${type}'`);
    }
  },
);

test.each(listOnCallPlatforms())(
  'the connection of $name has the fields of the core, and hides what is secret',
  ({ id }) => {
    const html = built(join('..', 'config', id), 'runtime.html');
    const { label } = JSON.parse(built(join('..', 'config', id), 'locales/en-US/runtime.json'));
    for (const field of onCallCredentialFieldsOf(id)) {
      const type = field.secret === false ? 'text' : 'password';
      expect(html).toContain(`<input type="${type}" id="node-config-input-${field.name}"`);
      expect(html).toContain(`${field.name}: { type: '${type}', required: ${field.required} }`);
      expect(label[field.name]).toBe(field.label);
    }
  },
);

test('on-call action says which fields matter where, as the core does', () => {
  const html = builtHtml('on-call-action');
  for (const { name, actions, platforms, list } of onCallActionFields.filter(isTyped))
    expect(html).toContain(JSON.stringify({ name, actions, platforms, list }));
});

test('no dialog holds a marker that was not filled', () => {
  for (const kind of ['nodes', 'config'])
    for (const name of readdirSync(join(checkout, 'node-red/dist/node-red', kind)))
      expect(built(join('..', kind, name), 'runtime.html')).not.toMatch(
        /<!-- |\/\* [a-z ]+ \*\/|options of|\{\{/,
      );
});

test('the examples hold every node, and every field of it', () => {
  const examples = join(checkout, 'node-red/examples');
  const flows: { type: string }[] = readdirSync(examples).flatMap((file) =>
    JSON.parse(readFileSync(join(examples, file), 'utf8')),
  );
  for (const { name } of nodes) {
    const [{ type, defaults }] = definitionsIn(builtHtml(name));
    const found = flows.filter((one) => one.type === type);
    expect([type, found.length > 0]).toEqual([type, true]);
    for (const node of found)
      expect(Object.keys(node)).toEqual(expect.arrayContaining(Object.keys(defaults)));
  }
});
