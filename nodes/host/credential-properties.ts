import type { INodeProperties } from 'n8n-workflow';
import type { CredentialField } from '../../core/index';

/** The form of a credential. */
export const propertiesOf = (fields: readonly CredentialField[]): INodeProperties[] =>
  fields.map(({ label, name, secret = true, ...field }) => ({
    displayName: label,
    name,
    type: 'string',
    ...(secret && { typeOptions: { password: true } }),
    default: '',
    ...field,
  }));
