import type { CardAction } from '../../alert/card';
import { bytesOf } from '../size';
import * as limits from './limits';
import { type Button, type Links, linksFor } from './link';
import { plainText } from './text';

/** One variable of the card template each: docs/dingtalk-card.md. */
export const BUTTON_NAMES = ['button1', 'button2', 'button3', 'button4', 'button5'] as const;
type ButtonParams = Readonly<Record<(typeof BUTTON_NAMES)[number], string>>;

interface CardButton {
  readonly id: string;
  readonly text: string;
  readonly color: string;
  /** Opens this page; empty where the press comes back to us. */
  readonly url: string;
  /** All of them texts. */
  readonly params: Readonly<Record<string, string>>;
}

/** Colours of the buttons of DingTalk's own templates. */
const COLORS: Readonly<Record<CardAction['style'], string>> = {
  default: 'gray',
  primary: 'blue',
  danger: 'red',
};

/** More would push other buttons off the card. */
const MOST_CHOICES = 3;

const none = '{}';

/** Every button a card has, and how many actions found no place. */
export const buttonParamsOf = (
  actions: readonly CardAction[],
  links: Links,
): { readonly params: ButtonParams; readonly missing: number } => {
  const room = roomFor(actions);
  const shown: CardButton[] = [];
  let missing = 0;
  for (const action of actions) {
    const buttons = buttonsFor(action, links, room);
    const fit = buttons.length > 0 && shown.length + buttons.length <= BUTTON_NAMES.length;
    if (fit) shown.push(...buttons);
    else missing += 1;
  }
  const params = BUTTON_NAMES.map((name, at) => [
    name,
    shown[at] ? JSON.stringify(shown[at]) : none,
  ]);
  return { params: Object.fromEntries(params) as ButtonParams, missing };
};

/** What is picked takes one button for each choice, as far as the others leave room. */
const roomFor = (actions: readonly CardAction[]): number => {
  const picks = actions.filter(({ pick, href }) => pick && href === undefined).length;
  const left = BUTTON_NAMES.length - (actions.length - picks);
  return Math.min(Math.max(Math.floor(left / Math.max(picks, 1)), 1), MOST_CHOICES);
};

const buttonsFor = (action: CardAction, links: Links, room: number): readonly CardButton[] => {
  const { id, label, style, token, pick, href } = action;
  const color = COLORS[style];
  const text = plainText(label, limits.BUTTON_TITLE).text || id;
  if (href !== undefined) {
    const page = pageButton(action, href, links);
    return page ? fitting([{ id, text: page.title, color, url: page.actionURL, params: {} }]) : [];
  }
  if (!pick) return fitting([{ id, text, color, url: '', params: { token } }]);
  const choices = pick.choices.slice(0, room).map(({ value, label: choice }, index) => ({
    id: `${id}${index + 1}`,
    text: plainText(`${label}: ${choice}`, limits.BUTTON_TITLE).text || id,
    color,
    url: '',
    params: { token, [pick.argument]: value },
  }));
  return fitting(choices);
};

/** A longer one DingTalk refuses with the whole card. */
const fitting = (buttons: readonly CardButton[]): readonly CardButton[] =>
  buttons.filter((button) => bytesOf(JSON.stringify(button)) <= limits.CARD_VALUE);

/** The address holds the proof, so nothing of it may go; without the browser around it it is shorter. */
const pageButton = ({ label }: CardAction, href: string, links: Links): Button | undefined => {
  const offered = [links, linksFor(false)].map((way) => way.button(href, label));
  return offered.find((one) => one?.whole)?.button;
};

/** What can be done by opening a page, as buttons of an ActionCard. */
export const pageButtons = (actions: readonly CardAction[], links: Links): readonly Button[] =>
  actions.flatMap((action) =>
    action.href === undefined ? [] : (pageButton(action, action.href, links) ?? []),
  );

/** The same as links in a line of Markdown. */
export const pageLinks = (actions: readonly CardAction[], links: Links): readonly string[] =>
  actions.flatMap(({ href, label, token }) => {
    const written = href === undefined ? undefined : links.text(href, label, limits.BUTTON_TITLE);
    return written?.includes(token) ? [written] : [];
  });
