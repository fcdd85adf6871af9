import { isObject, type JsonObject, objectsIn, textOf } from '../../judging/shape';

export interface Control {
  action: JsonObject;
  /** Where it stands in the message: `/attachments/0/content/actions/1`. */
  path: string;
  /** The number of the attachment it stands in. */
  attachment: number;
  /** The fields whose values go along: those of its card and of the cards around it. */
  inputs: JsonObject[];
}

/** A button by its id, its place, its title or its verb. */
export function findControl(message: JsonObject, name: string): Control | undefined {
  const controls = [...controlsOf(message)];
  const is: ((control: Control) => boolean)[] = [
    ({ action }) => action.id === name,
    ({ path }) => path === name,
    ({ action }) => action.title === name,
    ({ action }) => action.verb === name,
  ];
  return is.map((matches) => controls.find(matches)).find((found) => found !== undefined);
}

function* controlsOf({ attachments }: JsonObject): Generator<Control> {
  for (const [attachment, { content }] of objectsIn(attachments).entries()) {
    if (!isObject(content)) continue;
    const at = { version: textOf(content.version), attachment };
    yield* controlsIn(content, `/attachments/${attachment}/content`, [], at);
  }
}

type At = Pick<Control, 'attachment'> & { version: string };

function* controlsIn(
  card: JsonObject,
  place: string,
  above: readonly JsonObject[],
  at: At,
): Generator<Control> {
  const parts = [...partsOf(card, place)];
  const fields = parts.filter(([{ type }]) => textOf(type).startsWith('Input.'));
  const inputs = [...above, ...fields.map(([field]) => field)];
  for (const [part, path] of parts) {
    if (!textOf(part.type).startsWith('Action.')) continue;
    const action = drawn(part, at.version);
    if (action) yield { action, path, attachment: at.attachment, inputs };
    if (isObject(part.card)) yield* controlsIn(part.card, `${path}/card`, inputs, at);
  }
}

/** What is another card's, or nobody's to press. */
const CLOSED = ['card', 'fallback', 'refresh', 'data', 'msteams'];

function* partsOf(value: unknown, path: string): Generator<[part: JsonObject, path: string]> {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* partsOf(item, `${path}/${index}`);
  }
  if (!isObject(value)) return;
  if (typeof value.type === 'string') yield [value, path];
  for (const [name, inner] of Object.entries(value)) {
    if (!CLOSED.includes(name)) yield* partsOf(inner, `${path}/${name}`);
  }
}

/**
 * Teams draws no Action.Execute in a card below 1.5, but what stands in for it.
 * https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/universal-actions-for-adaptive-cards/work-with-universal-actions-for-adaptive-cards
 */
function drawn(action: JsonObject, version: string): JsonObject | undefined {
  if (action.type !== 'Action.Execute' || version >= '1.5') return action;
  return isObject(action.fallback) ? action.fallback : undefined;
}
