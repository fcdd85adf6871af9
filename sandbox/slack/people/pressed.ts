import type { Message } from '../../journal/entries';
import { isObject, type JsonObject } from '../../judging/shape';
import { apps, type SlackApp } from '../api/apps';
import type { Conversation } from '../api/conversations';
import { messageObject } from '../api/message-object';
import { identified } from '../identified';
import type { World } from '../world';

/** A message whose button is pressed, and the app that hears of it. */
export interface Pressed {
  app: SlackApp;
  ts: string;
  /** Whose blocks and elements have their ids. */
  content: JsonObject;
  /** As payloads show it; what only one person sees is not shown. */
  object?: JsonObject;
}

/** Undefined where no app hears of it. */
export function pressedOf(
  { workspace }: World,
  conversation: Conversation,
  message: Message,
): Pressed | undefined {
  const payload = isObject(message.payload) ? message.payload : {};
  const content = identified(payload);
  const { ref } = message;
  if (ref === null) return ofWebhook(message, payload, content);
  const post = workspace.find(conversation, ref);
  if (post) {
    if (!('botId' in post.by)) return undefined;
    return { app: post.by, ts: ref, content, object: messageObject(post) };
  }
  const app = workspace.whispererOf(ref);
  return app && { app, ts: ref, content };
}

/** A webhook belongs to an app, which hears of its buttons. */
function ofWebhook(
  { at, id }: Message,
  payload: JsonObject,
  content: JsonObject,
): Pressed | undefined {
  const [app] = apps;
  if (!app) return undefined;
  const ts = tsOf(at, id);
  const { text = '' } = payload;
  const bot = { bot_id: app.botId, app_id: app.appId, username: app.name };
  const object = { type: 'message', subtype: 'bot_message', text, ts, ...bot, ...content };
  return { app, ts, content, object };
}

/** The sender of a webhook is never told it; nobody else’s message has the same. */
function tsOf(at: string, id: string): string {
  const milliseconds = String(Date.parse(at)).padStart(13, '0');
  const number = id.replace(/\D/g, '').padStart(3, '0').slice(-3);
  return `${milliseconds.slice(0, -3)}.${milliseconds.slice(-3)}${number}`;
}
