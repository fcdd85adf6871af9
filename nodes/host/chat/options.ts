import type { IExecuteFunctions } from 'n8n-workflow';
import {
  cardOptionFields,
  type Field,
  renderOptionsFrom,
  slackAlertFields,
} from '../../../core/index';
import { collectionValues } from '../field-values';
import { byName } from '../fields';

const maxWaitField = byName(slackAlertFields)('maxWaitSeconds');

/** What stands under Additional Fields, in the core's own shapes. */
export function sendingOptions(context: IExecuteFunctions, index: number) {
  const stored: unknown = context.getNodeParameter('additionalFields', index, {});
  const fields: readonly Field[] = [...cardOptionFields, maxWaitField];
  const values = collectionValues(stored, fields);
  return { options: renderOptionsFrom(values), maxWaitMs: Number(values.maxWaitSeconds) * 1000 };
}
