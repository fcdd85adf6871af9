import type { Verdict, WireRequest } from '../../platform';
import type { Activities } from './activities';
import type { BotRow } from './bots';
import type { Conversations } from './conversations';
import type { Pace } from './rate';

/** One request of a known bot to a method that exists. */
export interface Call extends Pick<WireRequest, 'query' | 'headers' | 'body'> {
  bot: BotRow;
  /** What stands in the path, by the names of the API's documents. */
  params: Readonly<Record<string, string>>;
  activities: Activities;
  conversations: Conversations;
  pace: Pace;
  now: number;
}

export type Method = (call: Call) => Verdict;

/** Only one person is to see it: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/targeted-messages */
export const isTargeted = ({ query }: Call): boolean =>
  query.get('isTargetedActivity')?.toLowerCase() === 'true';
