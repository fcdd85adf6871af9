import type { Choice } from './choose';
import type { BotDesk, Manned } from './desk';
import { type Digested, showTogether, updateDigest } from './digest';
import { showOnBot } from './show-on-bot';
import { showOnWebhook } from './show-on-webhook';
import type { Showing } from './showing';
import type { CardRow } from './store';

/** Does what was chosen. */
export const show = async (desk: Manned, choice: Choice): Promise<Digested> => {
  if (choice.show === 'new-digest') return showTogether(desk, choice.rows);
  if (choice.show === 'digest') return updateDigest(desk as BotDesk, choice.digest);
  const { row } = choice;
  const showing = await showOne(desk, row);
  return { rows: [row], showing: () => showing };
};

const showOne = (desk: Manned, row: CardRow): Promise<Showing> => {
  const { way } = desk;
  if (!way.updates) return showOnWebhook({ ...desk, way }, row);
  // Who leaves a digest gets a card of its own.
  const { ref, digest, ...alone } = row;
  const own = digest === undefined ? row : alone;
  return showOnBot(desk as BotDesk, own);
};
