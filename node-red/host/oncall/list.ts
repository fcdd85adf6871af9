import {
  listOnCall,
  type OnCallField,
  type OnCallListed,
  type OnCallPage,
  type Problem,
} from '../../../core/index';
import { createClock } from '../clock';
import type { OnCallConnection } from './connection';

export interface OnCallListRequest {
  /** Of the config node. */
  readonly id: string;
  readonly list: NonNullable<OnCallField['list']>;
  readonly search: string;
}

/** More than this nobody reads; more pages nobody waits for. */
const ENOUGH = 50;
const MOST_PAGES = 5;
const PATIENCE_MS = 10_000;

/** What a picker offers: the first of what is found. */
export async function listFrom(
  { platform, http, credential }: OnCallConnection,
  { list, search }: OnCallListRequest,
): Promise<OnCallPage | { readonly problem: Problem }> {
  const clock = createClock(AbortSignal.timeout(PATIENCE_MS));
  const found: OnCallListed[] = [];
  let cursor = '';
  for (let pages = 0; pages < MOST_PAGES && found.length < ENOUGH; pages += 1) {
    const page = await listOnCall(platform, list, { http, credential, clock, search, cursor });
    if ('problem' in page) return page;
    found.push(...page.entries);
    if (page.next === undefined) break;
    cursor = page.next;
  }
  return { entries: found.slice(0, ENOUGH) };
}
