import { createRequire } from 'node:module';

/** The compiled core, whose fields both hosts draw. */
export const core = () => createRequire(import.meta.url)('../dist/core/index.js');

/** This host reaches chats in both ways. */
export const TRANSPORTS = ['webhook', 'bot'];

/** Options by the name of their field. */
export function optionsByField() {
  const { alertFieldsOf, listChatPlatforms, ...face } = core();
  const ofChats = listChatPlatforms().flatMap(({ id }) => alertFieldsOf(id, TRANSPORTS));
  const fields = [...ofChats, ...Object.values(face).filter(Array.isArray).flat()];
  return Object.fromEntries(fields.map(({ name, options = [] }) => [name, options]));
}
