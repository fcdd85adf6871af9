import type { CardAction } from '../../alert/card';
import type { Sentences } from '../../i18n/index';
import { webAddress } from '../web-link';
import * as limits from './limits';
import { link, plainText } from './text';

export type Button = Readonly<Record<string, unknown>>;

interface Buttons {
  readonly buttons: readonly Button[];
  /** Buttons that open a page, which no button of Mattermost can: as text. */
  readonly links: string;
  readonly dropped: readonly string[];
}

/** The buttons of a card in their order; what finds no place is counted. */
export const buttonsOf = (actions: readonly CardAction[] = [], s: Sentences): Buttons => {
  const buttons: Button[] = [];
  const links: string[] = [];
  let [missing, lost, room] = [0, 0, limits.BUTTONS];
  for (const action of actions) {
    const address = action.href ?? action.callback;
    const drawn = action.href === undefined ? buttonOf(action) : linkOf(action);
    const size = JSON.stringify(drawn ?? '').length;
    if (address === undefined) lost += 1;
    else if (drawn === undefined || size > room) missing += 1;
    else {
      room -= size;
      if (typeof drawn === 'string') links.push(drawn);
      else buttons.push(drawn);
    }
  }
  return {
    buttons,
    links: links.join('  ·  '),
    dropped: [
      ...(lost === 0 ? [] : [s.controls.noAddress({ count: lost })]),
      ...(missing === 0 ? [] : [s.controls.dropped({ count: missing })]),
    ],
  };
};

/** Of no use where the address had to go without its proof. */
const linkOf = ({ href = '', label, token }: CardAction): string | undefined => {
  const written = link(href, label, limits.BUTTON);
  return written?.includes(token) ? written : undefined;
};

/**
 * `context` stays on the server, which sends it with the click. Ids are letters and digits: others
 * make dead buttons. https://docs.mattermost.com/developers/integrate/plugins/interactive-messages
 */
const buttonOf = (action: CardAction): Button | undefined => {
  const { id, label, style, token, callback = '', confirm = '', pick } = action;
  const asked = confirm.slice(0, limits.CONFIRM).toWellFormed();
  if (!webAddress(callback) || callback.length > limits.CALLBACK) return undefined;
  const choices = pick?.choices.filter(({ value }) => value !== '') ?? [];
  const context = {
    token,
    ...(pick && choices.length > 0 && { argument: pick.argument }),
    ...(asked !== '' && { confirm: asked }),
  };
  return {
    id,
    name: plainText(label, limits.BUTTON).text || id,
    type: choices.length > 0 ? 'select' : 'button',
    ...(style !== 'default' && { style }),
    integration: { url: callback, context },
    ...(choices.length > 0 && {
      options: choices.map((choice) => ({
        text: plainText(choice.label, limits.BUTTON).text || choice.value,
        value: choice.value,
      })),
    }),
  };
};
