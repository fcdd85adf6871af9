import { isObject, type JsonObject, objectsIn } from '../judging/shape';
import { cardObjection } from './card';
import type { Objection } from './refusal';
import { sizeOf } from './size';

const CARD = 'application/vnd.microsoft.card.adaptive';

/** What goes wrong when the flow runs, after the sender was told that it will. */
export function flowObjection(payload: JsonObject): Objection | undefined {
  const { attachments } = payload;
  if (!Array.isArray(attachments)) {
    const reason = `The flow repeats its step for every attachment, and attachments is ${nameOf(attachments)}.`;
    return { code: 'ExpressionEvaluationFailed', reason };
  }
  if (attachments.length === 0) {
    return { code: 'InvalidCard', reason: 'There is no attachment: the flow posts nothing.' };
  }
  for (const [index, attachment] of attachments.entries()) {
    const objection = attachmentObjection(`attachments[${index}]`, attachment);
    if (objection) return objection;
  }
  return undefined;
}

function attachmentObjection(place: string, attachment: unknown): Objection | undefined {
  const [{ contentType, content } = {} as JsonObject] = objectsIn([attachment]);
  if (contentType !== CARD) {
    return { code: 'InvalidCard', reason: `${place}.contentType is not ${CARD}.` };
  }
  if (!isObject(content)) {
    return { code: 'InvalidCard', reason: `${place}.content is not a card.` };
  }
  return cardObjection(`${place}.content`, content) ?? sizeObjection(content);
}

function sizeObjection(card: JsonObject): Objection | undefined {
  const { used, limit, unit } = sizeOf([card]);
  if (used <= limit) return undefined;
  const reason = `The message would have ${used} ${unit}; more than ${limit} are refused.`;
  return { code: 'MessageSizeExceeded', reason };
}

function nameOf(value: unknown): string {
  return value === undefined || value === null ? 'missing' : `a ${typeof value}`;
}
