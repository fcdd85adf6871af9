import { isObject, type JsonObject, objectsIn, textOf } from '../judging/shape';

export interface CardTexts {
  /** Everything people read, from the top. */
  all: string[];
  /** Where a mention is drawn: text blocks and the two halves of a fact. */
  mentionable: string[];
}

/** The texts of a card. */
export function cardTexts(card: JsonObject): CardTexts {
  const texts: CardTexts = { all: [], mentionable: [] };
  for (const element of elementsIn([card.body, card.actions])) collect(element, texts);
  return texts;
}

function collect({ type, text, facts, title }: JsonObject, { all, mentionable }: CardTexts): void {
  if (type === 'TextRun') all.push(textOf(text));
  if (type === 'TextBlock') {
    all.push(textOf(text));
    mentionable.push(textOf(text));
  }
  if (String(type).startsWith('Action.')) all.push(textOf(title));
  for (const fact of objectsIn(facts)) {
    const halves = [textOf(fact.title), textOf(fact.value)];
    all.push(halves.join(' '));
    mentionable.push(...halves);
  }
}

/** Every object that has a type, from the outside in; a text among the inlines is a run. */
export function* elementsIn(value: unknown): Generator<JsonObject> {
  if (Array.isArray(value)) for (const item of value) yield* elementsIn(item);
  if (!isObject(value)) return;
  if (typeof value.type === 'string') yield value;
  for (const [name, inner] of Object.entries(value)) {
    if (name === 'inlines' && Array.isArray(inner)) yield* inner.flatMap(plainRun);
    yield* elementsIn(inner);
  }
}

function plainRun(inline: unknown): JsonObject[] {
  return typeof inline === 'string' ? [{ type: 'TextRun', text: inline }] : [];
}
