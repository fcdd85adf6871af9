import type { JsonObject } from '../../judging/shape';
import { refused } from './method';
import type { ApiObjection } from './refusal';

export interface Page<Item> {
  items: Item[];
  /** Empty on the last page. */
  next_cursor: string;
}

/** https://docs.slack.dev/apis/web-api/pagination */
const MOST = 1000;

/** A page of a list: `limit` items that begin where `cursor` points to. */
export function pageOf<Item extends { id: string }>(
  all: Item[],
  { cursor = '', limit }: JsonObject,
  usual: number,
): Page<Item> | { objection: ApiObjection } {
  const size = limit === undefined || limit === '' ? usual : Number(limit);
  if (!Number.isInteger(size) || size < 0 || size > MOST) {
    return refused('invalid_limit', `The limit is no whole number up to ${MOST}.`);
  }
  const start = cursor === '' ? 0 : all.findIndex(({ id }) => cursorTo(id) === cursor);
  if (start < 0) return refused('invalid_cursor', 'No page begins at this cursor.');
  const end = start + (size || usual);
  const following = all[end];
  return {
    items: all.slice(start, end),
    next_cursor: following ? cursorTo(following.id) : '',
  };
}

const cursorTo = (id: string) => Buffer.from(`next:${id}`).toString('base64');
