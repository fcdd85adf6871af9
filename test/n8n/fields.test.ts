import { beforeAll, describe, expect, it } from '@jest/globals';
import type { INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';
import {
  alertFieldsOf,
  alertFilterFields,
  alertRouterFields,
  alertTriggerFields,
  type Field,
  operationsOf,
  ownFieldsOf,
} from '../../core/index';
import { CHAT_NODE_NAMES, CHAT_NODES } from './support/chats';
import { type Host, loadHost } from './support/host';

let host: Host;

beforeAll(async () => {
  host = await loadHost();
});

/** Every parameter of a node, also those in its collections. */
const parametersOf = (node: string): INodeProperties[] =>
  host.node(node).description.properties.flatMap((property) => [property, ...inside(property)]);

const inside = ({ name, type, options = [] }: INodeProperties): INodeProperties[] => {
  if (type === 'collection') return options as INodeProperties[];
  if (name !== 'rules') return [];
  return (options as INodePropertyCollection[]).flatMap(({ values }) => values);
};

const withRows = (fields: readonly Field[]): readonly Field[] =>
  fields.flatMap((field) => [field, ...(field.fields ?? [])]);

const notOfTheCore = (node: string): readonly string[] => {
  if (node === 'alertTrigger') return ['steps', 'settings', 'options'];
  return CHAT_NODE_NAMES.includes(node) ? ['additionalFields'] : [];
};

/** n8n stores rows under the name of a collection. */
const storedDefault = ({ kind, default: value }: Field): unknown =>
  kind === 'pairs' || kind === 'label-groups' ? {} : kind === 'rules' ? STORED_RULES : value;

/** In a row it stores only what is not as usual. */
const STORED_RULES = {
  rules: [
    { outputName: 'critical', minimumSeverity: 'critical' },
    { outputName: 'high', minimumSeverity: 'high' },
    { outputName: 'everything else' },
  ],
};

const NODES: readonly (readonly [node: string, fields: readonly Field[]])[] = [
  ['alertTrigger', alertTriggerFields],
  ['alertFilter', alertFilterFields],
  ['alertRouter', withRows(alertRouterFields)],
  ...CHAT_NODES.map(({ chat, node }) => [node, alertFieldsOf(chat)] as const),
];

describe.each(NODES)('the parameters of %s', (node, fields) => {
  it('are the fields of the core, all of them and no others', () => {
    const names = new Set(parametersOf(node).map(({ name }) => name));
    const expected = [...fields.map(({ name }) => name), ...notOfTheCore(node)];
    expect([...names].sort()).toEqual([...expected].sort());
  });

  it.each(fields.filter(({ name }) => name !== 'operation'))(
    'show $name as the core names it',
    (field) => {
      const found = parametersOf(node).filter(({ name }) => name === field.name);
      for (const { displayName, default: value, description, options } of found) {
        expect(displayName).toBe(field.label);
        expect(value).toEqual(storedDefault(field));
        expect(description).toContain(field.description);
        if (field.options)
          expect(optionsOf(options)).toEqual(field.options.map((o) => [o.value, o.label]));
      }
    },
  );
});

describe.each(CHAT_NODE_NAMES)('the operations of %s', (node) => {
  it.each(['alert', 'message'] as const)(
    'of %s are those of the core, with actions',
    (resource) => {
      const property = parametersOf(node).find(
        ({ name, displayOptions }) =>
          name === 'operation' && displayOptions?.show?.resource?.includes(resource),
      );
      expect(property?.options).toEqual(
        operationsOf(resource).map(({ value, label, description, action }) => ({
          name: label,
          value,
          description,
          action,
        })),
      );
      expect(property?.default).toBe(operationsOf(resource)[0].value);
    },
  );
});

describe.each(CHAT_NODES)('a message of $node', ({ chat, node }) => {
  it('has no field that counts for alerts only', () => {
    const added = host
      .node(node)
      .description.properties.filter(({ name }) => name === 'additionalFields');
    const ofMessage = added.find(({ displayOptions }) =>
      displayOptions?.show?.resource?.includes('message'),
    );
    const own = ownFieldsOf(chat);
    const offered = (ofMessage?.options ?? []) as INodeProperties[];
    const names = offered.map(({ name }) => name);
    expect(names.filter((name) => own.some((field) => field.name === name))).toEqual(
      own.filter(({ alertsOnly }) => alertsOnly !== true).map(({ name }) => name),
    );
  });
});

const optionsOf = (
  options: (INodeProperties | INodePropertyCollection | INodePropertyOptions)[] = [],
) => options.map((option) => ['value' in option && option.value, option.name]);
