import type { CardAction } from '../../alert/card';
import type { TransportId } from '../platform';
import { type Block, openUrl, rawText } from './draw';
import * as limits from './limits';
import { line, link } from './text';

/** What can be done from a card, and how many buttons found no place. */
export interface Buttons {
  readonly actions: readonly Block[];
  readonly missing: number;
}

/** Only a bot is called back; what opens a page works everywhere. */
export const buttonsOf = (
  actions: readonly CardAction[],
  via: TransportId,
  room: number,
): Buttons => {
  const drawn = actions.flatMap((action) => drawnBy(action, via)).slice(0, room);
  return { actions: drawn, missing: actions.length - drawn.length };
};

const drawnBy = (action: CardAction, via: TransportId): readonly Block[] => {
  if (action.href !== undefined) return page(action, action.href);
  if (via === 'webhook') return [];
  const { confirm, pick, note } = action;
  return [confirm || pick || note ? opened(action) : pressed(action)];
};

/** An address without its proof is none. */
const page = ({ label, token }: CardAction, href: string): readonly Block[] => {
  const found = link(href, label, limits.BUTTON);
  return found?.url.includes(token) ? [openUrl(found.label, found.url)] : [];
};

const titleOf = ({ id, label }: CardAction): string => line(label, limits.BUTTON).text || id;

/** https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-actions */
const STYLES: Readonly<Record<CardAction['style'], Block>> = {
  default: {},
  primary: { style: 'positive' },
  danger: { style: 'destructive' },
};

/**
 * Clients that know no Action.Execute send a message in its place:
 * https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/universal-actions-for-adaptive-cards/work-with-universal-actions-for-adaptive-cards
 */
const pressed = (action: CardAction): Block => {
  const title = titleOf(action);
  const data = { token: action.token };
  const look = STYLES[action.style];
  const fallback = { type: 'Action.Submit', title, data, ...look };
  return { type: 'Action.Execute', title, verb: action.id, data, ...look, fallback };
};

/** What is asked first opens below the card. */
const opened = (action: CardAction): Block => ({
  type: 'Action.ShowCard',
  title: titleOf(action),
  ...STYLES[action.style],
  card: {
    type: 'AdaptiveCard',
    body: [...question(action), ...choices(action), ...words(action)],
    actions: [pressed(action)],
  },
});

const question = ({ confirm }: CardAction): readonly Block[] =>
  confirm ? [rawText(line(confirm, limits.QUESTION).text || '?')] : [];

/** Ids of inputs are unique in a card; what was typed comes back under them. */
const inputId = ({ id }: CardAction, argument: string): string => `${argument}_${id}`;

const choices = (action: CardAction): readonly Block[] => {
  const { argument, choices: all = [] } = action.pick ?? {};
  const [first] = all;
  if (argument === undefined || !first) return [];
  return [
    {
      type: 'Input.ChoiceSet',
      id: inputId(action, argument),
      style: 'compact',
      value: first.value,
      choices: all.map(({ value, label }) => ({
        title: line(label, limits.BUTTON).text || value,
        value,
      })),
    },
  ];
};

const words = (action: CardAction): readonly Block[] => {
  if (!action.note) return [];
  const { argument, label } = action.note;
  return [
    {
      type: 'Input.Text',
      id: inputId(action, argument),
      isMultiline: true,
      maxLength: limits.NOTE,
      placeholder: line(label, limits.BUTTON).text,
    },
  ];
};
