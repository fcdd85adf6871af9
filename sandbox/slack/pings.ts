import { type JsonObject, objectsIn, textOf } from '../judging/shape';
import { nodes } from './texts';

// https://docs.slack.dev/messaging/formatting-message-text#advanced
const MENTION = /<(!here|!channel|!everyone|@[UW][A-Z0-9]+|!subteam\^S[A-Z0-9]+)(?:\|[^<>]*)?>/g;
const BARE_MENTION = /(?<![\w@])@(here|channel|everyone)\b/g;

/** Whom a message would notify, as mentions, each once, in the order of their appearance. */
export function pingsOf(payload: JsonObject): string[] {
  const texts = [...messageTexts(payload)].flatMap(mentions);
  const bare = parsesNames(payload) ? bareMentions(textOf(payload.text)) : [];
  return [...new Set([...texts, ...bare, ...richMentions(payload)])];
}

function mentions(text: string): string[] {
  return [...text.matchAll(MENTION)].map(([, name]) => `<${name}>`);
}

function* messageTexts(payload: JsonObject): Generator<string> {
  yield textOf(payload.text);
  const attachments = objectsIn(payload.attachments);
  for (const node of nodes([payload.blocks, attachments.map(({ blocks }) => blocks)])) {
    if (node.type === 'mrkdwn' || node.type === 'markdown') yield textOf(node.text);
  }
  for (const { pretext, title, text, fields } of attachments) {
    yield* [pretext, title, text].map(textOf);
    for (const field of objectsIn(fields)) yield textOf(field.value);
  }
}

/** `link_names` and `parse: full` turn bare names into mentions. */
function parsesNames({ link_names, parse }: JsonObject): boolean {
  return link_names === true || link_names === 1 || parse === 'full';
}

function bareMentions(text: string): string[] {
  return [...text.matchAll(BARE_MENTION)].map(([, name]) => `<!${name}>`);
}

function richMentions(payload: JsonObject): string[] {
  const attached = objectsIn(payload.attachments).map(({ blocks }) => blocks);
  return [...nodes([payload.blocks, attached])].flatMap(({ type, ...element }) => {
    if (type === 'broadcast') return [`<!${textOf(element.range)}>`];
    if (type === 'user') return [`<@${textOf(element.user_id)}>`];
    return type === 'usergroup' ? [`<!subteam^${textOf(element.usergroup_id)}>`] : [];
  });
}
