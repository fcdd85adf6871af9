import type { IExecuteFunctions } from 'n8n-workflow';
import { BUTTON_FIELDS, buttonRulesFrom, type SigningKeys } from '../../../core/index';
import { readFields } from '../field-values';
import { signingKeys } from '../signing-key';

/** What the form says of the buttons, without the keys they are signed with. */
export type ButtonValues = Readonly<Record<string, unknown>>;

const NONE: ButtonValues = { buttons: 'none' };

export const buttonValues = (context: IExecuteFunctions, index: number): ButtonValues =>
  context.getNodeParameter('buttons', index, 'none') === 'none'
    ? NONE
    : readFields(context, BUTTON_FIELDS, index);

/** n8n keeps a credential to itself that the form does not ask for. */
export const buttonKeys = (context: IExecuteFunctions): Promise<SigningKeys | undefined> =>
  signingKeys(context).catch(() => undefined);

/** What is only looked at is signed with no key of anybody's. */
const nobodys: SigningKeys = { key: 'the buttons of a preview do nothing' };

export const previewedButtons = (context: IExecuteFunctions, index: number) =>
  buttonRulesFrom(buttonValues(context, index), nobodys);
