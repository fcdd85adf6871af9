import type { Verdict } from '../../platform';
import type { BotRow } from './bots';
import type { Channels } from './channels';
import type { Posts } from './posts';

/** One request of a known bot to a method that exists. */
export interface Call {
  bot: BotRow;
  /** What stands in the path, by the names of the API's documents. */
  params: Readonly<Record<string, string>>;
  query: URLSearchParams;
  body: Buffer;
  posts: Posts;
  channels: Channels;
  now: number;
}

export type Method = (call: Call) => Verdict;

export const asksFor = (query: URLSearchParams, name: string): boolean =>
  ['1', 't', 'true'].includes(query.get(name)?.toLowerCase() ?? '');
