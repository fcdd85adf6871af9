import { type JsonObject, objectsIn, textOf } from '../judging/shape';

/** The line a notification shows: the text, else the first attachment's fallback or text. */
export function fallbackText(payload: JsonObject): string {
  const [attachment] = objectsIn(payload.attachments);
  return textOf(payload.text) || textOf(attachment?.fallback) || textOf(attachment?.text);
}
