import { isObject, type JsonObject, objectsIn, textOf } from '../judging/shape';

/** The cards of a message, as the flow posts them one by one. */
export function cardsIn({ attachments }: JsonObject): JsonObject[] {
  return objectsIn(attachments).flatMap(({ content }) => (isObject(content) ? [content] : []));
}

export function entitiesOf({ msteams }: JsonObject): JsonObject[] {
  return isObject(msteams) ? objectsIn(msteams.entities) : [];
}

/** Whom a message notifies: the people its entities name, each once. */
export function pingsOf(cards: JsonObject[]): string[] {
  const ids = cards.flatMap(entitiesOf).flatMap(({ mentioned }) => {
    return isObject(mentioned) ? [textOf(mentioned.id)] : [];
  });
  return [...new Set(ids)];
}
