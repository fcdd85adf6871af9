import type { CardAction } from '../../alert/card';
import type { Sentences } from '../../i18n/index';
import { webLink } from '../web-link';
import { choiceValue, menuName } from './control';
import type { Block } from './draw';
import * as limits from './limits';
import { plainText } from './text';

interface Buttons {
  /** One block, or none. */
  readonly blocks: readonly Block[];
  readonly dropped: readonly string[];
}

type Choices = NonNullable<CardAction['pick']>;

/** The buttons of a card in their order; what finds no place is counted. */
export const buttonsOf = (actions: readonly CardAction[] = [], s: Sentences): Buttons => {
  const elements: Block[] = [];
  let missing = 0;
  let room = limits.BUTTONS;
  for (const action of actions) {
    const drawn = elementsOf(action, s);
    const size = JSON.stringify(drawn).length;
    const fits = size <= room && elements.length + drawn.length <= limits.ELEMENTS;
    if (fits && drawn.length > 0) {
      elements.push(...drawn);
      room -= size;
    } else missing += 1;
  }
  return {
    blocks: elements.length === 0 ? [] : [{ type: 'actions', elements }],
    dropped: missing === 0 ? [] : [s.controls.dropped({ count: missing })],
  };
};

const elementsOf = (action: CardAction, s: Sentences): readonly Block[] => {
  const { id, token, href, pick } = action;
  if (href !== undefined) return linkOf(action, href);
  if (!pick || pick.choices.length === 0) return valued(action, id, token, s);
  const name = menuName(token, pick);
  return name === undefined ? choicesOf(action, pick, s) : [menuOf(action, pick, name, s)];
};

/** Of no use where the address had to go without its proof. Slack tells of such clicks too. */
const linkOf = (action: CardAction, href: string): readonly Block[] => {
  const target = webLink(href, limits.BUTTON_URL);
  return target?.href.includes(action.token)
    ? [{ ...faceOf(action), action_id: action.id, url: target.href }]
    : [];
};

const valued = (action: CardAction, name: string, value: string, s: Sentences): readonly Block[] =>
  value.length <= limits.BUTTON_VALUE
    ? [{ ...faceOf(action), action_id: name, value, ...confirmOf(action, s) }]
    : [];

/** A button for each choice, all in a row. */
const choicesOf = (action: CardAction, { argument, choices }: Choices, s: Sentences) =>
  choices.flatMap(({ value, label }, index) => {
    const proof = choiceValue(action.token, argument, value);
    const named = { ...action, label: `${action.label}: ${label}` };
    return valued(named, `${action.id}${index + 1}`, proof, s);
  });

const menuOf = (action: CardAction, { choices }: Choices, name: string, s: Sentences): Block => ({
  type: 'static_select',
  action_id: name,
  placeholder: plain(action.label, limits.BUTTON_TEXT, action.id),
  options: choices.slice(0, limits.OPTIONS).map(({ value, label }) => ({
    text: plain(label, limits.OPTION_TEXT, value || '–'),
    value,
  })),
  ...confirmOf(action, s),
});

const faceOf = ({ id, label, style }: CardAction): Block => ({
  type: 'button',
  text: plain(label, limits.BUTTON_TEXT, id),
  ...(style !== 'default' && { style }),
});

const confirmOf = ({ id, label, style, confirm = '' }: CardAction, { controls }: Sentences) => {
  const text = plain(confirm, limits.CONFIRM_TEXT);
  if (text.text === '') return {};
  return {
    confirm: {
      title: plain(label, limits.CONFIRM_TITLE, id),
      text,
      confirm: plain(label, limits.CONFIRM_BUTTON, id),
      deny: plain(controls.cancel, limits.CONFIRM_BUTTON),
      ...(style !== 'default' && { style }),
    },
  };
};

const plain = (raw: string, limit: number, otherwise = '') => ({
  type: 'plain_text',
  text: plainText(raw, limit).text || otherwise,
  emoji: false,
});
