import { beforeAll, describe, expect, it } from '@jest/globals';
import type { INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';
import {
  alertFieldsOf,
  alertFilterFields,
  alertRegistrationFields,
  alertRouterFields,
  alertTriggerFields,
  alertWatchFields,
  BUTTON_FIELDS,
  type ChatId,
  type Field,
  findChat,
  linkResponseFields,
  type OnCallField,
  onCallActionFields,
  operationsOf,
  ownFieldsOf,
  responseFieldsOf,
} from '../../core/index';
import { CHAT_NODE_NAMES, CHAT_NODES, RESPONSE_NAMES } from './support/chats';
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
  if (!ROWS.includes(name)) return [];
  return (options as INodePropertyCollection[]).flatMap(({ values }) => values);
};

/** Parameters that hold rows of their own. */
const ROWS = ['rules', 'ownButtons'];

const withRows = (fields: readonly Field[]): readonly Field[] =>
  fields.flatMap((field) => [field, ...(field.fields ?? [])]);

const notOfTheCore = (node: string): readonly string[] => {
  if (node === 'alertTrigger') return ['authentication', 'steps', 'settings', 'options'];
  if (node === 'onCallAction')
    return ['authentication', 'resource', 'operation', 'additionalFields', 'language'];
  if (node === 'alertWatchTrigger') return ['steps', 'pollTimes'];
  if (node === 'alertWatch') return ['operation'];
  if (node === 'linkResponseTrigger') return ['steps', 'settings', 'options'];
  if (RESPONSE_NAMES.includes(node)) {
    const unread = SOCKETS.includes(node) ? [] : ['options'];
    const several = node.startsWith('slack') ? ['authentication'] : [];
    return ['steps', 'settings', ...unread, ...several];
  }
  if (!CHAT_NODE_NAMES.includes(node)) return [];
  const { chat = '' } = CHAT_NODES.find((one) => one.node === node) ?? {};
  const lists = findChat(chat)?.transports.bot?.channels !== undefined;
  return ['additionalFields', ...(lists ? ['search', 'returnAll', 'limit'] : [])];
};

/** Nothing is sent to them: they have no body. */
const SOCKETS = ['slackSocketAlertTrigger', 'dingTalkStreamAlertTrigger'];

/** n8n wants these words where a list is loaded. */
const LISTED = / Names or IDs$/;

/** What is picked from a list of the platform is an ID to the core. */
const plain = (field: OnCallField): Field => ({
  ...field,
  kind:
    field.kind === 'on-call-list' ? (Array.isArray(field.default) ? 'list' : 'person') : field.kind,
});

/** n8n stores rows under the name of a collection. */
const storedDefault = ({ kind, default: value }: Field): unknown => {
  if (kind === 'channel' || kind === 'person')
    return { mode: expect.stringMatching(/^(list|id)$/), value: '' };
  if (kind === 'pairs' || kind === 'label-groups') return {};
  if (kind !== 'rules') return value;
  return Array.isArray(value) && value.length > 0 ? STORED_RULES : {};
};

/** In a row it stores only what is not as usual. */
const STORED_RULES = {
  rules: [
    { outputName: 'critical', minimumSeverity: 'critical' },
    { outputName: 'high', minimumSeverity: 'high' },
    { outputName: 'everything else' },
  ],
};

const watchFields = (heartbeats: boolean): readonly Field[] =>
  alertWatchFields.filter(({ name }) => name.startsWith('heartbeat') === heartbeats);

const fieldsOf = (chat: ChatId): readonly Field[] => [
  ...alertFieldsOf(chat, ['webhook', 'bot']),
  ...withRows(BUTTON_FIELDS),
];

const NODES: readonly (readonly [node: string, fields: readonly Field[]])[] = [
  ['alertTrigger', [...alertRegistrationFields.map(plain), ...alertTriggerFields]],
  ['onCallAction', onCallActionFields.filter(({ name }) => name !== 'action').map(plain)],
  ['alertFilter', alertFilterFields],
  ['alertRouter', withRows(alertRouterFields)],
  ['alertWatchTrigger', watchFields(false)],
  ['alertWatch', watchFields(true)],
  ...CHAT_NODES.map(({ chat, node }) => [node, fieldsOf(chat)] as const),
  ...CHAT_NODES.flatMap(({ chat, responses }) =>
    responses.map((node) => [node, responseFieldsOf(chat)] as const),
  ),
  ['linkResponseTrigger', linkResponseFields],
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
        expect(displayName.replace(LISTED, 's')).toBe(field.label);
        expect(value).toEqual(storedDefault(field));
        expect(description).toContain(field.description);
        if (field.options)
          expect(ofTheCore(field, options)).toEqual(field.options.map((o) => [o.value, o.label]));
      }
    },
  );
});

const CASES = CHAT_NODE_NAMES.flatMap((node) =>
  (['alert', 'message'] as const).flatMap((resource) =>
    (['webhook', 'bot'] as const).map((authentication) => ({ node, resource, authentication })),
  ),
);

describe.each(CASES)(
  'the operations of $node on $resource by $authentication',
  ({ node, resource, authentication }) => {
    const property = () =>
      parametersOf(node).find(
        ({ name, displayOptions: { show = {} } = {} }) =>
          name === 'operation' && show.resource?.includes(resource),
      );
    const options = () =>
      ((property()?.options ?? []) as INodePropertyOptions[])
        .filter(({ displayOptions: { show } = {} }) =>
          show ? show.authentication?.includes(authentication) : true,
        )
        .map(({ displayOptions: _, ...option }) => option);
    const expected = () => {
      const own = operationsOf(resource, authentication);
      const all = operationsOf(resource, 'bot');
      return all.filter((one) => own.includes(one) || one.value === 'deliverPending');
    };

    it('are those of the core, with actions', () => {
      const shown = expected().map(({ value, label, description, action }) => ({
        name: label,
        value,
        description,
        action,
      }));
      expect(options()).toHaveLength(shown.length);
      expect(options()).toEqual(expect.arrayContaining(shown));
      expect(property()?.default).toBe(expected()[0]?.value);
    });

    it('are sorted where they are many', () => {
      const all = (property()?.options ?? []).map(({ name }) => name);
      const sorted = [...all].sort((one, other) => one.localeCompare(other));
      const asInCore = operationsOf(resource, 'bot').map(({ label }) => label);
      expect(all).toEqual(all.length < 5 ? asInCore : sorted);
    });
  },
);

describe.each(CHAT_NODES)('the pickers of $node', ({ chat, node }) => {
  it('list what the chat can list, and take an ID in any case', () => {
    const bot = findChat(chat)?.transports.bot;
    for (const { name, modes = [] } of parametersOf(node)) {
      if (name !== 'channelId' && name !== 'person') continue;
      const list = name === 'person' ? 'people' : 'channels';
      expect(modes.map((mode) => mode.name)).toEqual(bot?.[list] ? ['list', 'id'] : ['id']);
    }
  });
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

/** n8n has channels beside, and another way to sign in. */
const ofTheCore = ({ name }: Field, options: Parameters<typeof optionsOf>[0]) =>
  optionsOf(options).filter(
    ([value]) =>
      !(name === 'authentication' && value === 'oAuth2') &&
      !(name === 'resource' && value === 'channel'),
  );

const optionsOf = (
  options: (INodeProperties | INodePropertyCollection | INodePropertyOptions)[] = [],
) => options.map((option) => ['value' in option && option.value, option.name]);
