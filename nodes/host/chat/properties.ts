import {
  type INodeProperties,
  type INodePropertyOptions,
  updateDisplayOptions,
} from 'n8n-workflow';
import {
  type ChatId,
  cardFieldsOf,
  definedAlertFields,
  type Field,
  operationsOf,
} from '../../../core/index';
import { byName, optionOf, propertyOf } from '../fields';
import { BOTS, canList, fieldsOf } from './bot-properties';
import { channelListProperties } from './channel-properties';
import type { Destination } from './destination';
import type { Operation, Resource } from './operation';

/** Everything a chat's alert node asks for. */
export const chatProperties = (
  destinations: readonly [Destination, ...Destination[]],
  operations: readonly Operation[],
): INodeProperties[] => [
  ...headProperties(destinations[0].chat, destinations),
  ...operations.flatMap((operation) => operation.description),
];

/** Authentication, resource, and one list of operations for each; what cannot be done is not there. */
function headProperties(chat: ChatId, destinations: readonly Destination[]): INodeProperties[] {
  const field = byName(fieldsOf(chat));
  const authentication = field('authentication');
  const oAuth2 = destinations.some((one) => one.authentication === 'oAuth2');
  const ways = [...(authentication.options ?? []), ...(oAuth2 ? [OAUTH2] : [])];
  const channels = canList(chat, 'channels');
  const still = { noDataExpression: true };
  return [
    propertyOf({ ...authentication, options: ways }, still),
    propertyOf(field('resource'), { ...still, options: resources(field('resource'), channels) }),
    ...(['alert', 'message'] as const).map((resource) =>
      propertyOf(
        { ...field('operation'), default: operationsOf(resource)[0]?.value },
        {
          ...still,
          options: operations(resource),
          displayOptions: { show: { resource: [resource] } },
        },
      ),
    ),
    ...(channels ? [channelOperations, ...under('channel', 'getMany', channelListProperties)] : []),
  ];
}

const OAUTH2 = { value: 'oAuth2', label: 'OAuth2' };

const botsOnly = { displayOptions: { show: { authentication: BOTS } } };

const resources = ({ options = [] }: Field, channels: boolean): INodePropertyOptions[] =>
  [...options.map(optionOf), ...(channels ? [{ ...CHANNEL, ...botsOnly }] : [])].toSorted(byLabel);

const CHANNEL = { name: 'Channel', value: 'channel' };

/** With a store, also a webhook's alerts may have to wait. */
const operations = (resource: 'alert' | 'message'): INodePropertyOptions[] => {
  const options = operationsOf(resource, 'bot').map(({ transport, ...option }) => ({
    ...optionOf(option),
    ...(transport === 'bot' && option.value !== 'deliverPending' && botsOnly),
  }));
  return options.length < 5 ? options : options.toSorted(byLabel);
};

/** n8n sorts lists of five and more. */
const byLabel = (one: INodePropertyOptions, other: INodePropertyOptions): number =>
  one.name.localeCompare(other.name, 'en');

const channelOperations: INodeProperties = {
  displayName: 'Operation',
  name: 'operation',
  type: 'options',
  noDataExpression: true,
  displayOptions: { show: { authentication: BOTS, resource: ['channel'] } },
  options: [
    {
      name: 'Get Many',
      value: 'getMany',
      description: 'List the channels the bot knows',
      action: 'Get many channels',
    } satisfies INodePropertyOptions,
  ],
  default: 'getMany',
};

/** Shows properties under one operation only. */
export const under = (
  resource: Resource,
  operation: string,
  properties: INodeProperties[],
): INodeProperties[] =>
  updateDisplayOptions({ show: { resource: [resource], operation: [operation] } }, properties);

/** Where the alert comes from, which events are announced, and the form to describe one by hand. */
export function alertProperties(chat: ChatId): INodeProperties[] {
  const field = byName(fieldsOf(chat));
  const source = propertyOf(field('alertSource'));
  const events = propertyOf(field('events'), {
    description: `${field('events').description}. Used where no Alert Filter decided before`,
    displayOptions: { show: { alertSource: ['input'] } },
  });
  const defined = definedAlertFields.map((one) =>
    propertyOf(one, {
      displayOptions: { show: { alertSource: ['define'] } },
      ...(one.name === 'title' && { required: true }),
    }),
  );
  return [source, events, ...defined];
}

export const cardProperties = (chat: ChatId): INodeProperties =>
  additionalFields([
    ...cardFieldsOf(chat),
    ...['maxWaitSeconds', 'messagesPerMinute'].map(byName(fieldsOf(chat))),
  ]);

export const additionalFields = (fields: readonly Field[]): INodeProperties => ({
  displayName: 'Additional Fields',
  name: 'additionalFields',
  type: 'collection',
  placeholder: 'Add Field',
  default: {},
  options: fields.map(additionalField),
});

const additionalField = (field: Field): INodeProperties => {
  const { name, transport } = field;
  const only = transport === 'webhook' && {
    displayOptions: { show: { '/authentication': ['webhook'] } },
  };
  return propertyOf(field, {
    ...(name === 'maxWaitSeconds' && { typeOptions: { maxValue: 30 } }),
    ...only,
  });
};
