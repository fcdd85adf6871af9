import type { JsonObject } from '../../../judging/shape';
import { readableOf } from '../access';
import { messageObject } from '../message-object';
import { type Call, type Method, type Outcome, refused } from '../method';
import { pageOf } from '../paging';
import { HISTORY_SCOPES } from '../read-scopes';
import type { Post } from '../workspace';

const USUAL = 100;
const MOST = 999;

/** https://docs.slack.dev/reference/methods/conversations.history */
export const conversationsHistory: Method = {
  scopes: Object.values(HISTORY_SCOPES),
  anyScope: true,
  rate: 'tier3',
  run,
};

/** The newest first; replies stand in their threads only. */
function run(call: Call): Outcome {
  const { app, args, workspace } = call;
  const found = readableOf(call, HISTORY_SCOPES);
  if ('objection' in found) return found;
  const { conversation } = found;
  if (!workspace.isMember(conversation, app.userId)) {
    return refused('not_in_channel', `${app.name} is not in ${conversation.name}.`);
  }
  if (Number(args.limit ?? USUAL) > MOST) {
    return refused('invalid_limit', `The limit is more than ${MOST}.`);
  }
  const posts = workspace.postsIn(conversation).filter(isMeant(args));
  const page = pageOf(
    posts.map((post) => ({ id: post.ts, post })),
    args,
    USUAL,
  );
  if ('objection' in page) return page;
  const messages = page.items.map(({ post }) => toldTo(args, post));
  const { next_cursor } = page;
  const more = next_cursor !== '';
  const says = { messages, has_more: more, pin_count: 0 };
  return { says: more ? { ...says, response_metadata: { next_cursor } } : says };
}

function isMeant({ oldest, latest, inclusive }: JsonObject) {
  const after = Number(oldest ?? 0);
  const before = Number(latest ?? Number.POSITIVE_INFINITY);
  return ({ ts, parent }: Post) => {
    const at = Number(ts);
    const edge = inclusive === true && (at === after || at === before);
    return !parent && ((at > after && at < before) || edge);
  };
}

/** The metadata only for those who ask for it. */
function toldTo({ include_all_metadata }: JsonObject, post: Post): JsonObject {
  const { metadata, ...message } = messageObject(post);
  return include_all_metadata === true && metadata !== undefined
    ? { ...message, metadata }
    : message;
}
