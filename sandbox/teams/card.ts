import { type JsonObject, objectsIn, textOf } from '../judging/shape';
import { cardTexts, elementsIn } from './card-texts';
import { entitiesOf } from './message';
import type { Objection } from './refusal';
import { schemaFlaws } from './schema';

/** https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-reference */
const VERSIONS = ['1.0', '1.1', '1.2', '1.3', '1.4', '1.5'];

/** Actions that work without a bot behind the card. */
const ACTIONS = ['Action.OpenUrl', 'Action.ShowCard', 'Action.ToggleVisibility'];
const ACTIONS_OF_BOTS = [...ACTIONS, 'Action.Submit', 'Action.Execute'];

/** Who sends a card: a bot hears of the buttons that are pressed. */
export type Sender = 'flow' | 'bot';

/** The first thing Teams would object to in a card, if anything. */
export function cardObjection(
  place: string,
  card: JsonObject,
  sender: Sender = 'flow',
): Objection | undefined {
  const flaw = headFlaw(card) ?? elementFlaw(card) ?? schemaFlaws(card)[0];
  if (flaw) return { code: 'InvalidCard', reason: `${place}: ${flaw}` };
  return actionObjection(place, card, sender) ?? mentionObjection(place, card);
}

function headFlaw({ type, version, body, msteams }: JsonObject): string | undefined {
  if (type !== 'AdaptiveCard') return 'The type is not AdaptiveCard.';
  if (!VERSIONS.includes(textOf(version))) return `The version ${version} is not one Teams shows.`;
  if (!Array.isArray(body) || body.length === 0) return 'The card has no body.';
  const unknown = Object.keys(Object(msteams)).filter((name) => !MSTEAMS.includes(name));
  return unknown.length > 0 ? `msteams has no ${unknown.join(', ')}.` : undefined;
}

const MSTEAMS = ['width', 'entities', 'allowExpand'];

const LISTS: Readonly<Record<string, string>> = {
  FactSet: 'facts',
  RichTextBlock: 'inlines',
  ColumnSet: 'columns',
};

/** The version that brought an element: https://adaptivecards.io/explorer/ */
const SINCE: Readonly<Record<string, string>> = {
  RichTextBlock: '1.2',
  ActionSet: '1.2',
  'Action.ToggleVisibility': '1.2',
  'Action.Execute': '1.4',
  Table: '1.5',
};

function elementFlaw({ version, body, actions }: JsonObject): string | undefined {
  for (const element of elementsIn([body, actions])) {
    const type = textOf(element.type);
    const since = SINCE[type];
    if (since && since > textOf(version)) return `A ${type} needs version ${since}.`;
    const list = LISTS[type];
    if (list && !isFilled(element[list])) return `A ${type} has no ${list}.`;
    if (/^Text(Block|Run)$/.test(type) && !textOf(element.text)) return `A ${type} has no text.`;
  }
  return undefined;
}

function isFilled(list: unknown): boolean {
  return Array.isArray(list) && list.length > 0;
}

function actionObjection(place: string, card: JsonObject, sender: Sender): Objection | undefined {
  const known = sender === 'bot' ? ACTIONS_OF_BOTS : ACTIONS;
  for (const { type, url } of elementsIn([card.body, card.actions])) {
    const name = textOf(type);
    if (!name.startsWith('Action.')) continue;
    const reason = known.includes(name) ? addressFlaw(name, url) : unknownAction(name);
    if (reason) return { code: 'UnsupportedAction', reason: `${place}: ${reason}` };
  }
  return undefined;
}

function unknownAction(name: string): string {
  return ACTIONS_OF_BOTS.includes(name)
    ? `${name} needs a bot that answers; a flow has none.`
    : `Teams knows no ${name}.`;
}

function addressFlaw(type: string, url: unknown): string | undefined {
  if (type !== 'Action.OpenUrl' || /^(https?|mailto|tel):/i.test(textOf(url))) return undefined;
  return 'A button leads to something that is no web address.';
}

const PERSON = /^(?:29:[\w-]+|[0-9a-f-]{36}|[^@\s<>]+@[^@\s<>]+\.[^@\s<>]+)$/i;

/** What stands in an entity has to stand in the card, byte for byte. */
function mentionObjection(place: string, card: JsonObject): Objection | undefined {
  const shown = cardTexts(card).mentionable.join('\n');
  for (const entity of entitiesOf(card)) {
    const flaw = entityFlaw(entity, shown);
    if (flaw) return { code: 'MentionMismatch', reason: `${place}.msteams.entities: ${flaw}` };
  }
  return undefined;
}

function entityFlaw({ type, text, mentioned }: JsonObject, shown: string): string | undefined {
  const [{ id, name } = {} as JsonObject] = objectsIn([mentioned]);
  if (type !== 'mention') return `The type ${type} is not mention.`;
  if (!/^<at>[^<>]+<\/at>$/.test(textOf(text))) return `${text} is not between <at> and </at>.`;
  if (!shown.includes(textOf(text))) return `${text} does not stand in the card.`;
  if (textOf(name) === '') return `${text} has no name.`;
  return PERSON.test(textOf(id))
    ? undefined
    : `${id} is neither a user principal name nor an object ID; channels and teams cannot be mentioned.`;
}
