import type { Choice } from './choose';
import type { BotDesk, Manned } from './desk';
import { type Digested, hasRoom, postDigest, updateDigest } from './digest';
import { showOnBot } from './show-on-bot';
import { showOnWebhook } from './show-on-webhook';
import type { Showing } from './showing';
import type { CardRow } from './store';

/** Does what was chosen. */
export const show = async (
  desk: Manned,
  choice: Choice,
  lastDigest: string | undefined,
): Promise<Digested> => {
  if (choice.show === 'card') {
    const { row } = choice;
    const showing = await showOne(desk, row);
    return { rows: [row], showing: () => showing };
  }
  if (choice.show === 'new-digest') {
    const listed =
      lastDigest === undefined ? [] : await desk.store.listed(desk.destination, lastDigest);
    const extend = listed.length > 0 && hasRoom(listed, desk.clock.now());
    return extend
      ? updateDigest(desk as BotDesk, listed, choice.rows)
      : postDigest(desk, choice.rows);
  }
  const listed = await desk.store.listed(desk.destination, choice.digest);
  return updateDigest(desk as BotDesk, listed, []);
};

const showOne = (desk: Manned, row: CardRow): Promise<Showing> => {
  const { way } = desk;
  if (!way.updates) return showOnWebhook({ ...desk, way }, row);
  // Who leaves a digest gets a card of its own.
  const { ref, digest, ...alone } = row;
  const own = digest === undefined ? row : alone;
  return showOnBot(desk as BotDesk, own);
};
