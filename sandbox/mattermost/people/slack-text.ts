import { type JsonObject, objectsIn } from '../../judging/shape';
import { PEOPLE } from '../api/world';

/** https://github.com/mattermost/mattermost/blob/master/server/channels/app/slack.go */
export function fromSlack(text: string): string {
  return withLinks(text)
    .replace(/<!(channel|here|all)>/g, '@$1')
    .replace(/<@([a-zA-Z0-9]+)>/g, (whole, id: string) => {
      const person = PEOPLE.find((one) => one.id === id);
      return person ? `@${person.username}` : whole;
    });
}

/** All that is done to what only one person sees. */
export function withLinks(text: string): string {
  return text.replace(/<([^\n<|>]+)\|([^\n|>]+)>/g, '[$2]($1)');
}

const TEXTS = ['pretext', 'title', 'text'];

export function attachmentsFromSlack(attachments: unknown): JsonObject[] {
  return objectsIn(attachments).map((attachment) => ({
    ...mapTexts(attachment, TEXTS),
    ...(Array.isArray(attachment.fields) && {
      fields: objectsIn(attachment.fields).map((field) => mapTexts(field, ['value'])),
    }),
  }));
}

function mapTexts(object: JsonObject, names: readonly string[]): JsonObject {
  return Object.fromEntries(
    Object.entries(object).map(([name, value]) => [
      name,
      names.includes(name) && typeof value === 'string' ? fromSlack(value) : value,
    ]),
  );
}
