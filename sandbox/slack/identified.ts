import { isObject, type JsonObject, objectsIn } from '../judging/shape';

/** What a message shows, with the ids Slack gives to blocks and elements that have none. */
export function identified({ blocks, attachments }: JsonObject): JsonObject {
  return {
    ...(objectsIn(blocks).length > 0 && { blocks: withIds(blocks, 'b') }),
    ...(objectsIn(attachments).length > 0 && { attachments: objectsIn(attachments).map(numbered) }),
  };
}

export function withIds(blocks: unknown, prefix: string): JsonObject[] {
  return objectsIn(blocks).map((block, index) => ({
    ...block,
    ...parts(block),
    block_id: block.block_id ?? `${prefix}${index}`,
  }));
}

function numbered(attachment: JsonObject, index: number): JsonObject {
  const { blocks } = attachment;
  const own = objectsIn(blocks).length > 0 && { blocks: withIds(blocks, `a${index + 1}b`) };
  return { id: index + 1, fallback: '[no preview available]', ...attachment, ...own };
}

function parts({ type, elements, accessory, element }: JsonObject): JsonObject {
  return {
    ...(type === 'actions' && { elements: objectsIn(elements).map(named) }),
    ...(isObject(accessory) && { accessory: named(accessory, 0) }),
    ...(isObject(element) && { element: named(element, 0) }),
  };
}

function named(element: JsonObject, index: number): JsonObject {
  if (element.type === 'image') return element;
  return { ...element, action_id: element.action_id ?? `e${index}` };
}
