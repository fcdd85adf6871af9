import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';
import { alertRouterFields, type Field } from '../../core/index';
import { propertyOf } from '../host/fields';

const displayOptions: Readonly<Record<string, IDisplayOptions>> = {
  passUnknownSeverity: { hide: { minimumSeverity: ['any'] } },
};

/** n8n draws the outputs before any item is there, so a name cannot depend on one. */
const fixed: readonly string[] = ['outputName'];

const inRule = (field: Field): INodeProperties => {
  const shown = displayOptions[field.name];
  return propertyOf(field, {
    ...(shown && { displayOptions: shown }),
    ...(fixed.includes(field.name) && { noDataExpression: true }),
  });
};

export const properties: INodeProperties[] = alertRouterFields.map((field) =>
  propertyOf(field, {
    options: [{ name: 'rules', displayName: 'Rule', values: (field.fields ?? []).map(inRule) }],
  }),
);
