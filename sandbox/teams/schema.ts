import type { JsonObject } from '../judging/shape';

/** Microsoft's own reader of cards, in the form that needs no browser to read them. */
const cards: typeof import('adaptivecards') = require('adaptivecards/dist/adaptivecards.js');

/** Teams shows six buttons: https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-reference */
const host = new cards.HostConfig({ actions: { maxActions: 6 } });

/** What the reader complains about, in its own words. */
export function schemaFlaws(card: JsonObject): string[] {
  const context = new cards.SerializationContext();
  const parsed = new cards.AdaptiveCard();
  parsed.hostConfig = host;
  parsed.parse(card, context);
  const read = Array.from({ length: context.eventCount }, (_, at) => context.getEventAt(at));
  const { validationEvents } = parsed.validateProperties();
  return [...read, ...validationEvents].map(({ message }) => message).filter(isTrue);
}

/** Its pattern for `lang` remembers the last card, so that it takes only every other one. */
function isTrue(message: string): boolean {
  return !message.includes('for property "lang"');
}
