import { type INodeProperties, updateDisplayOptions } from 'n8n-workflow';
import {
  cardOptionFields,
  definedAlertFields,
  type Field,
  operationsOf,
} from '../../../core/index';
import { byName, propertyOf } from '../fields';

type Resource = 'alert' | 'message';

/** Authentication, resource, and one list of operations for each resource. */
export function headProperties(fields: readonly Field[]): INodeProperties[] {
  const field = byName(fields);
  const operationList = (resource: Resource) => {
    const options = operationsOf(resource);
    return propertyOf(
      { ...field('operation'), options, default: options[0].value },
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
export function alertProperties(fields: readonly Field[]): INodeProperties[] {
  const field = byName(fields);
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

export const cardProperties = (fields: readonly Field[]): INodeProperties =>
  additionalFields([...cardOptionFields, byName(fields)('maxWaitSeconds')]);

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
