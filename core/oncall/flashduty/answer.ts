import { isRecord, record } from '../../alert/untrusted';
import type { HttpAnswer } from '../../http/types';
import { failureOf, jsonOf, messageIn, quoted, refusalOf } from '../answer';
import { type Trouble, trouble } from '../trouble';

/**
 * The data of a good answer. The code counts, not the status: what is not there comes as 400.
 * https://docs.flashcat.cloud/en/openapi/introduction
 */
export const readAnswer = (
  answer: HttpAnswer,
  missing: Trouble,
): { readonly data: Readonly<Record<string, unknown>> } | Trouble => {
  if ('failed' in answer) return failureOf(answer) ?? trouble('unknown');
  const body = jsonOf(answer);
  const said = isRecord(body) && body.error ? record(body.error) : undefined;
  if (said !== undefined) return errorOf(said, answer, missing);
  const failure = failureOf(answer);
  if (failure !== undefined) return failure;
  if (answer.status >= 300) return refusalOf(answer.status, messageIn(body));
  if (!isRecord(body) || !('data' in body || 'request_id' in body)) {
    return trouble('unexpected_answer', undefined, true);
  }
  return { data: record(body.data) };
};

const errorOf = (
  { code, message }: Readonly<Record<string, unknown>>,
  answer: HttpAnswer & { readonly status: number },
  missing: Trouble,
): Trouble => {
  const words = quoted(message) ?? quoted(code);
  if (code === 'ResourceNotFound') return missing;
  if (code === 'Unauthorized') return trouble('unauthorised', words);
  if (code === 'AccessDenied') return trouble('forbidden', words);
  if (code === 'RequestTooFrequently') return trouble('platform_unreachable', quoted(code));
  if (code === 'InternalError' || code === 'ServiceUnavailable') {
    return failureOf(answer) ?? trouble('platform_unreachable', quoted(code), true);
  }
  return failureOf(answer) ?? refusalOf(answer.status, words);
};
