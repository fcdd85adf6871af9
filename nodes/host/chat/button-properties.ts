import type { INodeProperties } from 'n8n-workflow';
import { BUTTON_FIELDS, type Field } from '../../../core/index';
import { propertyOf } from '../fields';

/** The ways in which cards can have buttons. */
const BUTTON_WAYS = ['callback', 'links'];

/** Pages that open ask by themselves. */
const ways = ({ name }: Field): string[] => (name === 'askNote' ? ['callback'] : BUTTON_WAYS);

const rows = ({ fields = [] }: Field): Partial<INodeProperties> => ({
  placeholder: 'Add Button',
  options: [{ name: 'rules', displayName: 'Button', values: fields.map((one) => propertyOf(one)) }],
});

/** The same on every chat: only where a card is to have buttons is anything asked about them. */
export const buttonProperties: INodeProperties[] = BUTTON_FIELDS.map((field) =>
  propertyOf(field, {
    ...(field.kind === 'rules' && rows(field)),
    ...(field.name !== 'buttons' && { displayOptions: { show: { buttons: ways(field) } } }),
  }),
);
