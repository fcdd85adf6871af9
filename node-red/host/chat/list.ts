import { type Listed, type Page, runSteps } from '../../../core/index';
import type { ChatKind, Connection } from './connection';

export interface ListRequest {
  /** Of the config node. */
  readonly id: string;
  readonly list: 'channels' | 'people';
  readonly search: string;
}

/** More than this nobody reads; more pages nobody waits for. */
const ENOUGH = 50;
const MOST_PAGES = 5;

/** What a picker offers: the first of what is found. */
export async function listFrom(
  { chat, http }: Connection,
  { transport }: ChatKind,
  { list, search }: ListRequest,
): Promise<Page> {
  const way = chat.transports[transport];
  const pageOf = way && 'check' in way ? way[list]?.bind(way) : undefined;
  const found: Listed[] = [];
  let cursor: string | undefined;
  for (let pages = 0; pageOf && pages < MOST_PAGES && found.length < ENOUGH; pages += 1) {
    const page = await runSteps(pageOf(search, cursor), http, { now: Date.now });
    if ('problem' in page) return page;
    found.push(...page.entries);
    cursor = page.next;
    if (cursor === undefined) break;
  }
  return { entries: found.slice(0, ENOUGH) };
}
