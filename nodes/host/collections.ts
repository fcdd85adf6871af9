import type { INodeParameters, INodeProperties } from 'n8n-workflow';
import type { Field } from '../../core/index';

type Shape = Pick<INodeProperties, 'type' | 'default' | 'options' | 'typeOptions' | 'placeholder'>;

/** Names and values. */
export const pairsShape = (field: Field): Shape => ({
  type: 'fixedCollection',
  default: {},
  placeholder: 'Add Label',
  typeOptions: { multipleValues: true, sortable: true },
  options: [
    {
      name: 'pairs',
      displayName: field.label,
      values: [
        { displayName: 'Name', name: 'name', type: 'string', default: '' },
        { displayName: 'Value', name: 'value', type: 'string', default: '' },
      ],
    },
  ],
});

/** Alternatives, each with conditions that must all hold. */
export const labelGroupsShape = (_field: Field): Shape => ({
  type: 'fixedCollection',
  default: {},
  placeholder: 'Add Alternative',
  typeOptions: { multipleValues: true },
  options: [{ name: 'groups', displayName: 'Alternative', values: [conditions] }],
});

/** Ordered rows; the node says what stands in one. */
export const rulesShape = (field: Field): Shape => ({
  type: 'fixedCollection',
  default: storedRows(field),
  placeholder: 'Add Rule',
  typeOptions: { multipleValues: true, sortable: true },
});

const storedRows = ({ default: rows, fields }: Field): INodeParameters =>
  Array.isArray(rows) && rows.length > 0
    ? { rules: rows.map((row: object) => storedRow(row, fields)) }
    : {};

/** n8n stores a row without the values that are as the field's own default. */
const storedRow = (row: object, fields: Field['fields'] = []): INodeParameters => {
  const defaults = new Map(fields.map(({ name, default: value }) => [name, JSON.stringify(value)]));
  const changed = Object.entries(row).filter(
    ([name, value]) => JSON.stringify(value) !== defaults.get(name),
  );
  return Object.fromEntries(changed);
};

const conditions: INodeProperties = {
  displayName: 'Conditions',
  name: 'conditions',
  type: 'fixedCollection',
  default: {},
  placeholder: 'Add Condition',
  description: 'All conditions of one alternative must hold',
  typeOptions: { multipleValues: true },
  options: [
    {
      name: 'conditions',
      displayName: 'Condition',
      values: [
        {
          displayName: 'Field',
          name: 'key',
          type: 'string',
          default: '',
          placeholder: 'e.g. team',
          description: "A label's name, or title, description, priority, source or platform",
        },
        {
          displayName: 'Operator',
          name: 'operator',
          type: 'options',
          default: 'in',
          options: [
            { name: 'Is One Of', value: 'in' },
            { name: 'Is None Of', value: 'not-in' },
          ],
        },
        {
          displayName: 'Values',
          name: 'values',
          type: 'string',
          default: [],
          placeholder: 'e.g. payments*',
          description:
            'Exact, with * and ?, a network as cidr:10.0.0.0/8, or a number as num:ge:90',
          typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Value' },
        },
      ],
    },
  ],
};
