import type { AlertCard } from '../alert/card';
import { type ButtonRules, withButtons } from '../answers/buttons';
import { type ChatId, renderCard } from '../chat/index';
import type { Rendered, RenderOptions, TransportId } from '../chat/platform';
import type { FilterDecision } from '../filter/rules';
import { sentences } from '../i18n/index';
import { optionsFor } from './deliver';
import type { Receipt } from './receipt';
import { unsentReceipt } from './receipt-of';
import { storyOf, type Told } from './story-of';

export type Preview = Told & {
  readonly chat: ChatId;
  readonly transport: TransportId;
  readonly options?: RenderOptions;
  readonly decision?: FilterDecision | undefined;
  /** Which buttons it would have; those of a preview do nothing. */
  readonly buttons?: Omit<ButtonRules, 'keys'> | undefined;
};

/** Opens nothing: what is only looked at may not be pressed. */
const keys = { key: 'a preview is signed with a key of its own' };

/** A dry run: exactly what would be sent, and the receipt that says it was not. */
export const previewAlert = (
  preview: Preview,
): { readonly receipt: Receipt; readonly rendered: Rendered } => {
  const { chat, transport, buttons } = preview;
  const options = optionsFor(preview);
  const story = storyOf(preview);
  const dress = (card: AlertCard): AlertCard =>
    buttons
      ? withButtons(card, story, { ...buttons, keys }, { destination: '' }, 0, options.language)
      : card;
  const rendered = renderCard(chat, transport, story, options, dress);
  const { size, dropped, pings } = rendered;
  const reasons = [sentences(options.language).skipped.preview];
  const receipt = unsentReceipt(preview, { receipt: 'skipped', size, dropped, pings, reasons });
  return { receipt, rendered };
};
