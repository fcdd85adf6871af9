import { digest } from '../../alert/digest';
import type { Rendered } from '../../chat/platform';
import type { MessageRef, Outcome } from '../../http/outcome';
import { run } from '../run';
import type { BotDesk } from './desk';
import type { CardRow } from './store';

export interface Posted {
  readonly outcome: Outcome;
  readonly attempts: number;
  /** A message was posted whose fate stays unknown; another may follow or have followed. */
  readonly twice: boolean;
  /** What stands there may be what was begun before, and show the card as it was then. */
  readonly old: boolean;
}

/** Names the next message of a card for ever: the same one after a crash. */
export const messageKey = ({ destination, card, episode, posts }: CardRow): string =>
  digest(destination, card, episode, posts).slice(0, 32);

/**
 * Posts a message whose first try may have gone out before. Where an answer is lost, the chat is
 * asked before anything is posted again; where nobody can tell, nothing is.
 */
export const postOnce = async (
  desk: BotDesk,
  row: CardRow,
  payload: Rendered['payload'],
): Promise<Posted> => {
  const post = () => run(desk.way.post(payload, desk.to, messageKey(row)), desk.http, desk.clock);
  const { begun } = row;
  const before = begun ? await lookFor(desk, row, begun.at) : 'absent';
  if (typeof before === 'object')
    return posted({ kind: 'delivered', ref: before }, 0, { old: true });
  const since = begun?.at ?? desk.clock.now();
  const first = await post();
  const how = { twice: before === 'unknown', old: desk.way.repeatable && begun !== undefined };
  if (first.kind !== 'unknown') return posted(first, 1, how);
  if (desk.way.repeatable) return posted(await post(), 2, how);
  const after = await lookFor(desk, row, since);
  if (typeof after === 'object') return posted({ kind: 'delivered', ref: after }, 1);
  return after === 'absent' ? posted(await post(), 2) : posted(first, 1);
};

const posted = (
  outcome: Outcome,
  attempts: number,
  { twice = false, old = false }: Partial<Posted> = {},
): Posted => ({ outcome, attempts, twice, old });

/** Its ref; `absent` where a post is safe. */
const lookFor = async (
  { way, to, http, clock }: BotDesk,
  row: CardRow,
  since: number,
): Promise<MessageRef | 'absent' | 'unknown'> => {
  if (way.repeatable) return 'absent';
  if (!way.find) return 'unknown';
  const found = await run(way.find(to, messageKey(row), since), http, clock);
  if (found === undefined) return 'absent';
  return 'problem' in found ? 'unknown' : found;
};
