import { list, record } from '../../alert/untrusted';
import type { MessageRef } from '../../http/outcome';
import { ask, type Steps } from '../../http/steps';
import type { Problem } from '../../problem';
import { askApi } from '../api';
import type { Place } from '../platform';
import { type Data, nextOf, readApi, refOf, type Said } from './api-answer';
import { missingScope } from './bot-errors';
import { openConversation } from './places';
import { EVENT_TYPE } from './posting';

type Found = MessageRef | undefined | { readonly problem: Problem };

/** A message with all its blocks takes some kB, and hosts read only so much of an answer. */
const PER_PAGE = 10;
const PAGES = 10;
/** The clock of this machine may be ahead of Slack's. */
const SKEW_MS = 120_000;

/** Looks through what was posted since then; `since` in ms. */
export function* find(to: Place, key: string, since: number): Steps<Found> {
  const place =
    'channel' in to ? { channel: to.channel.trim() } : yield* openConversation(to.person);
  if (!('channel' in place)) return { problem: problemOf(place) };
  const { channel } = place;
  let cursor = '';
  for (let page = 0; page < PAGES; page += 1) {
    const said = yield* ask(
      askApi('/conversations.history', asked(channel, since, cursor)),
      readApi,
    );
    if (!('data' in said)) return { problem: problemOf(said) };
    const found = list(said.data.messages).map(record).find(isMarked(key));
    if (found) return refOf(channel, found.ts);
    cursor = nextOf(said.data);
    if (cursor === '') return undefined;
  }
  return { problem: tooMuch };
}

const asked = (channel: string, since: number, cursor: string) => ({
  channel,
  oldest: String(Math.max(0, Math.floor((since - SKEW_MS) / 1000))),
  limit: String(PER_PAGE),
  include_all_metadata: 'true',
  ...(cursor !== '' && { cursor }),
});

const isMarked =
  (key: string) =>
  ({ metadata }: Data): boolean => {
    const { event_type, event_payload } = record(metadata);
    return event_type === EVENT_TYPE && record(event_payload).key === key;
  };

const problemOf = (said: Said): Problem => {
  if (!('trouble' in said)) return unclear;
  const { problem } = said.trouble;
  if (problem.code !== 'slack.missing_scope') return problem;
  return missingScope('channels:history, groups:history or im:history', UNSURE);
};

const UNSURE =
  'Without it nobody can tell whether a message is there whose answer was lost, so one may be missing or stand there twice. ';

const unclear: Problem = {
  code: 'slack.unexpected_answer',
  message: 'Slack did not say where the conversation with this person is.',
  hint: 'Check the base URL, and whether a proxy answers in place of Slack.',
};

const tooMuch: Problem = {
  code: 'slack.history_too_long',
  message: `The message is not among the last ${PER_PAGE * PAGES} of the channel, and there are more.`,
  hint: 'Look in the channel whether it is there.',
};
