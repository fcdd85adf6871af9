import type { IExecuteFunctions } from 'n8n-workflow';
import { alertFieldsOf, type ChatId, rateFrom, renderOptionsFrom } from '../../../core/index';
import { collectionValues } from '../field-values';

/** What stands under Additional Fields, in the core's own shapes. */
export function sendingOptions(context: IExecuteFunctions, index: number, chat: ChatId) {
  const stored: unknown = context.getNodeParameter('additionalFields', index, {});
  const values = collectionValues(stored, alertFieldsOf(chat));
  const maxWaitMs = Number(values.maxWaitSeconds) * 1000;
  return { options: renderOptionsFrom(chat, values), maxWaitMs, rate: rateFrom(values) };
}
