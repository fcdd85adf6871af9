import { type INodeProperties, type INodePropertyOptions, UnexpectedError } from 'n8n-workflow';
import type { Field, FieldOption } from '../../core/index';
import { labelGroupsShape, pairsShape, rulesShape } from './collections';

/** A field of the core as n8n draws it; `own` adds what only this node knows. */
export const propertyOf = (field: Field, own: Partial<INodeProperties> = {}): INodeProperties => {
  const shape = shapes[field.kind](field);
  const typeOptions = { ...shape.typeOptions, ...own.typeOptions };
  return {
    displayName: field.label,
    name: field.name,
    description: field.description,
    ...(field.placeholder && { placeholder: field.placeholder }),
    ...shape,
    ...own,
    ...(Object.keys(typeOptions).length > 0 && { typeOptions }),
  };
};

/** The fields of a list by name, so that a node can place each one. */
export const byName = (fields: readonly Field[]): ((name: string) => Field) => {
  const found = new Map(fields.map((field) => [field.name, field]));
  return (name) => found.get(name) ?? unknownField(name);
};

type Shape = Pick<INodeProperties, 'type' | 'default' | 'options' | 'typeOptions'>;

const shapes: Record<Field['kind'], (field: Field) => Shape> = {
  string: plain('string'),
  text: (field) => ({ ...plain('string')(field), typeOptions: { rows: 4 } }),
  number: (field) => ({ ...plain('number')(field), typeOptions: { minValue: 0 } }),
  boolean: plain('boolean'),
  options: plain('options'),
  'multi-options': plain('multiOptions'),
  list: (field) => ({
    ...plain('string')(field),
    typeOptions: {
      multipleValues: true,
      multipleValueButtonText: `Add ${field.label.replace(/s$/, '')}`,
    },
  }),
  pairs: pairsShape,
  'label-groups': labelGroupsShape,
  rules: rulesShape,
  channel: plain('string'),
  person: plain('string'),
};

function plain(type: INodeProperties['type']): (field: Field) => Shape {
  return (field) => ({
    type,
    default: field.default as INodeProperties['default'],
    ...(field.options && { options: field.options.map(optionOf) }),
  });
}

/** An option as n8n lists it. */
export const optionOf = ({ label, ...rest }: FieldOption): INodePropertyOptions => ({
  name: label,
  ...rest,
});

const unknownField = (name: string): never => {
  throw new UnexpectedError(`The core has no field named ${name}.`);
};
