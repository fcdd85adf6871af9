import { objectsIn, textOf } from '../../judging/shape';
import { nodes } from '../texts';

/** Ids tell actions apart: a block_id is unique in the message, an action_id in its block. */
export function repeatedId(lists: unknown[]): string | undefined {
  const blocks = lists.flatMap(objectsIn);
  const blockId = firstRepeated(blocks.map(({ block_id }) => textOf(block_id)));
  if (blockId) return `The block_id ${JSON.stringify(blockId)} is used twice.`;
  for (const block of blocks) {
    const actionId = firstRepeated([...nodes(block)].map(({ action_id }) => textOf(action_id)));
    if (actionId) return `The action_id ${JSON.stringify(actionId)} is used twice in one block.`;
  }
  return undefined;
}

function firstRepeated(ids: string[]): string | undefined {
  return ids.find((id, index) => id !== '' && ids.indexOf(id) < index);
}
