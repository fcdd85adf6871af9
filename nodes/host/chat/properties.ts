import { type INodeProperties, updateDisplayOptions } from 'n8n-workflow';
import {
  alertFieldsOf,
  type ChatId,
  cardFieldsOf,
  definedAlertFields,
  type Field,
  operationsOf,
} from '../../../core/index';
import { byName, propertyOf } from '../fields';
import type { Operation } from './operation';

type Resource = 'alert' | 'message';

/** Everything a chat's alert node asks for. */
export const chatProperties = (
  chat: ChatId,
  operations: readonly Operation[],
): INodeProperties[] => [
  ...headProperties(chat),
  ...operations.flatMap((operation) => operation.description),
];

/** Authentication, resource, and one list of operations for each resource. */
function headProperties(chat: ChatId): INodeProperties[] {
  const field = byName(alertFieldsOf(chat));
  const operationList = (resource: Resource) => {
    const options = operationsOf(resource);
    return propertyOf(
      { ...field('operation'), options, default: options[0]?.value },
      { noDataExpression: true, displayOptions: { show: { resource: [resource] } } },
    );
  };
  return [
    propertyOf(field('authentication'), { noDataExpression: true }),
    propertyOf(field('resource'), { noDataExpression: true }),
    operationList('alert'),
    operationList('message'),
  ];
}

/** Shows properties under one operation only. */
export const under = (
  resource: Resource,
  operation: string,
  properties: INodeProperties[],
): INodeProperties[] =>
  updateDisplayOptions({ show: { resource: [resource], operation: [operation] } }, properties);

/** Where the alert comes from, which events are announced, and the form to describe one by hand. */
export function alertProperties(chat: ChatId): INodeProperties[] {
  const field = byName(alertFieldsOf(chat));
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
  additionalFields([...cardFieldsOf(chat), byName(alertFieldsOf(chat))('maxWaitSeconds')]);

export const additionalFields = (fields: readonly Field[]): INodeProperties => ({
  displayName: 'Additional Fields',
  name: 'additionalFields',
  type: 'collection',
  placeholder: 'Add Field',
  default: {},
  options: fields.map((field) =>
    propertyOf(field, field.name === 'maxWaitSeconds' ? { typeOptions: { maxValue: 30 } } : {}),
  ),
});
