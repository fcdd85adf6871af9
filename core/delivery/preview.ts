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
};

/** A dry run: exactly what would be sent, and the receipt that says it was not. */
export const previewAlert = (
  preview: Preview,
): { readonly receipt: Receipt; readonly rendered: Rendered } => {
  const { chat, transport } = preview;
  const options = optionsFor(preview);
  const rendered = renderCard(chat, transport, storyOf(preview), options);
  const { size, dropped, pings } = rendered;
  const reasons = [sentences(options.language).skipped.preview];
  const receipt = unsentReceipt(preview, { receipt: 'skipped', size, dropped, pings, reasons });
  return { receipt, rendered };
};
