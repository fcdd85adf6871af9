import type { IExecuteFunctions } from 'n8n-workflow';
import {
  cardOptionFields,
  type Field,
  renderOptionsFrom,
  slackAlertFields,
} from '../../../core/index';
import { collectionValues } from '../field-values';
import { byName } from '../fields';

const LONGEST_WAIT_SECONDS = 30;

const maxWaitField = byName(slackAlertFields)('maxWaitSeconds');

/** What stands under Additional Fields, in the core's own shapes. */
export function sendingOptions(context: IExecuteFunctions, index: number) {
  const stored: unknown = context.getNodeParameter('additionalFields', index, {});
  const fields: readonly Field[] = [...cardOptionFields, maxWaitField];
  const values = collectionValues(stored, fields);
  const seconds = Math.min(Number(values.maxWaitSeconds), LONGEST_WAIT_SECONDS);
  return { options: renderOptionsFrom(values), maxWaitMs: seconds * 1000 };
}
