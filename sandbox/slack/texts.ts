import { isObject, type JsonObject, textOf } from '../judging/shape';

export interface BlockText {
  type: string;
  text: string;
}

const TEXT_TYPES = new Set(['plain_text', 'mrkdwn', 'markdown', 'text']);

/** Every text a reader sees in blocks; questions asked before an action are not among them. */
export function* blockTexts(value: unknown): Generator<BlockText> {
  for (const node of nodes(value)) {
    const type = textOf(node.type);
    if (TEXT_TYPES.has(type)) yield { type, text: textOf(node.text) };
  }
}

export function* nodes(value: unknown): Generator<JsonObject> {
  if (Array.isArray(value)) {
    for (const item of value) yield* nodes(item);
  } else if (isObject(value)) {
    yield value;
    for (const [key, child] of Object.entries(value)) if (key !== 'confirm') yield* nodes(child);
  }
}
