import { TRANSPORTS, withRows } from './core-fields.mjs';

/** Lays one catalogue over another. */
export const merge = (below, above) => {
  const merged = { ...below };
  for (const [key, value] of Object.entries(above))
    merged[key] =
      typeof value === 'object' && typeof merged[key] === 'object'
        ? merge(merged[key], value)
        : value;
  return merged;
};

const byName = (fields, read) =>
  Object.fromEntries(fields.map((field) => [field.name, read(field)]).filter(([, text]) => text));

const sentence = (text) => (text.endsWith('.') ? text : `${text}.`);

const EXPLAINED = new Set([
  ...['mentions', 'channelId', 'person', 'messageRef'],
  ...['buttonActions', 'ownButtons', 'answerAddress'],
]);

/** English is what the core says: labels, options, and a hint where the chat has something to say. */
export function alertWords({ alertFieldsOf, ownFieldsOf, BUTTON_FIELDS }, chat) {
  const fields = withRows([...alertFieldsOf(chat, TRANSPORTS), ...BUTTON_FIELDS]);
  const own = ownFieldsOf(chat);
  const explained = fields.filter((field) => EXPLAINED.has(field.name) || own.includes(field));
  return {
    label: byName(fields, ({ label }) => label),
    option: byName(fields, ({ options, name }) =>
      options && name !== 'language'
        ? Object.fromEntries(options.map(({ value, label }) => [value, label]))
        : undefined,
    ),
    placeholder: byName(fields, ({ placeholder }) => placeholder),
    hint: {
      ...byName(explained, ({ description }) => sentence(description)),
      buttons: eachOption(BUTTON_FIELDS, 'buttons'),
    },
  };
}

/** Of fields that stand in a dialog as the core has them. */
export const wordsOf = (fields) => ({
  label: byName(fields, ({ label }) => label),
  option: byName(
    fields,
    ({ options }) =>
      options && Object.fromEntries(options.map(({ value, label }) => [value, label])),
  ),
  placeholder: byName(fields, ({ placeholder }) => placeholder),
  hint: byName(fields, ({ description }) => sentence(description)),
});

/** A hint for each option of a field. */
const eachOption = (fields, field) =>
  Object.fromEntries(
    fields
      .find(({ name }) => name === field)
      .options.map(({ value, description }) => [value, sentence(description)]),
  );

export function connectionWords({ credentialFieldsOf }, chat, transport) {
  const fields = credentialFieldsOf(chat, transport);
  return {
    label: byName(fields, ({ label }) => label),
    hint: byName(fields, ({ description }) => sentence(description)),
  };
}
