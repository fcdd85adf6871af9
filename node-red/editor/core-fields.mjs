import { createRequire } from 'node:module';

/** The compiled core, whose fields both hosts draw. */
export const core = () => createRequire(import.meta.url)('../dist/core/index.js');

/** This host reaches chats in both ways. */
export const TRANSPORTS = ['webhook', 'bot'];

/** Also those that stand in a row of another. */
export const withRows = (fields) => fields.flatMap((field) => [field, ...(field.fields ?? [])]);

export const optionsOf = (fields) =>
  Object.fromEntries(fields.map(({ name, options = [] }) => [name, options]));

/**
 * Options by the name of their field. What is done at an on-call platform has fields of its own,
 * some with the names of others.
 */
export function optionsByField() {
  const { alertFieldsOf, listChatPlatforms, onCallActionFields, responseFieldsOf, ...face } =
    core();
  const ofChats = listChatPlatforms().flatMap(({ id }) => [
    ...alertFieldsOf(id, TRANSPORTS),
    ...responseFieldsOf(id),
  ]);
  const others = Object.values(face).filter(Array.isArray).flat();
  return optionsOf(withRows([...ofChats, ...others]));
}
