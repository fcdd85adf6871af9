export type JsonObject = Record<string, unknown>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function objectsIn(value: unknown): JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** The line a notification shows: the text, else the first attachment's fallback or text. */
export function fallbackText(payload: JsonObject): string {
  const [attachment] = objectsIn(payload.attachments);
  return textOf(payload.text) || textOf(attachment?.fallback) || textOf(attachment?.text);
}
