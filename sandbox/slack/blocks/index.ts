import { z } from 'zod';
import { describeIssue } from '../../judging/issue';
import type { Objection } from '../refusal';
import { repeatedId } from './ids';
import { knownBlocks } from './known';
import { sourceOf } from './source';

const MOST_BLOCKS = 50;
const BLOCKS = 'https://docs.slack.dev/reference/block-kit/blocks';

export interface BlockList {
  place: string;
  blocks: unknown;
}

/** The first thing Slack would object to in the block lists of one message, if anything. */
export function blocksObjection(lists: BlockList[]): Objection | undefined {
  for (const list of lists) {
    const objection = listObjection(list);
    if (objection) return objection;
  }
  const reason = repeatedId(lists.map(({ blocks }) => blocks));
  return reason ? { code: 'invalid_blocks', reason, source: BLOCKS } : undefined;
}

function listObjection({ place, blocks }: BlockList): Objection | undefined {
  if (!Array.isArray(blocks)) {
    return { code: 'invalid_blocks_format', reason: `${place} is not an array.`, source: BLOCKS };
  }
  if (blocks.length > MOST_BLOCKS) {
    const reason = `${place} holds ${blocks.length} blocks; ${MOST_BLOCKS} is the most.`;
    return { code: 'invalid_blocks', reason, source: BLOCKS };
  }
  const [issue] = z.array(knownBlocks).safeParse(blocks).error?.issues ?? [];
  if (!issue) return undefined;
  const source = sourceOf(blocks, issue.path);
  return { code: 'invalid_blocks', reason: describeIssue(place, issue), source };
}
