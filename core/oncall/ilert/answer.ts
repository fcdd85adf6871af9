import type { HttpAnswer } from '../../http/types';
import { failureOf, jsonOf, messageIn, refusalOf } from '../answer';
import { type Trouble, trouble } from '../trouble';

/** The value of a good answer. What is not there is `missing`, a word for who knows what it was. */
export const readAnswer = (
  answer: HttpAnswer,
  missing: Trouble,
): { readonly data: unknown } | Trouble => {
  const failure = failureOf(answer);
  if (failure !== undefined) return failure;
  if ('failed' in answer) return trouble('unknown');
  const data = jsonOf(answer);
  if (answer.status === 404) return missing;
  return answer.status < 300 ? { data } : refusalOf(answer.status, messageIn(data));
};
