import type { IExecuteFunctions } from 'n8n-workflow';
import type { Field } from '../../core/index';

/** What n8n stored for a field, in the shape the core documents for its kind. */
export const fieldValue = (field: Field, stored: unknown): unknown => {
  if (field.kind === 'list') return rows(stored).filter((entry) => entry !== '');
  if (field.kind === 'pairs') return rows(member(stored, 'pairs'));
  if (field.kind === 'label-groups') return rows(member(stored, 'groups')).map(conditionsOf);
  if (field.kind === 'rules')
    return rows(member(stored, 'rules')).map((row) => collectionValues(row, field.fields ?? []));
  return stored;
};

/** Values of fields that stand at the top level of a node. */
export const readFields = (
  context: IExecuteFunctions,
  fields: readonly Field[],
  itemIndex: number,
): Record<string, unknown> =>
  Object.fromEntries(
    fields.map((field) => [
      field.name,
      fieldValue(field, context.getNodeParameter(field.name, itemIndex, field.default)),
    ]),
  );

/** Values of fields that stand in a collection, which keeps only those a person added. */
export const collectionValues = (
  stored: unknown,
  fields: readonly Field[],
): Record<string, unknown> =>
  Object.fromEntries(
    fields.map((field) => {
      const added = member(stored, field.name);
      return [field.name, added === undefined ? field.default : fieldValue(field, added)];
    }),
  );

const conditionsOf = (group: unknown): unknown[] =>
  rows(member(member(group, 'conditions'), 'conditions'));

const rows = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

const member = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
