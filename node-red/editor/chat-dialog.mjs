import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { alertWords, connectionWords, merge } from './chat-words.mjs';
import { core } from './core-fields.mjs';
import { dist, MAIN, shared } from './places.mjs';
import { credentialRow, inputType, ownDefault, ownList, ownRow } from './rows.mjs';

const require = createRequire(import.meta.url);
const PREFIX = /^alertwire-/;

/**
 * The chats there are, from the `kind.ts` in the folder of each one's config nodes. The sender goes
 * with the webhook's, and knows the bot's.
 */
export const chatKinds = (configFolders) => {
  const kinds = configFolders
    .map((folder) => ({ folder, file: join(dist, 'config', folder, 'kind.js') }))
    .filter(({ file }) => existsSync(file))
    .map(({ folder, file }) => ({ ...require(file).kind, folder }));
  return kinds.map((kind) => {
    const isBot = kind.transport === 'bot';
    const nodes = isBot ? undefined : kind.alert.replace(PREFIX, '');
    const bot = kinds.find(({ chat, transport }) => chat === kind.chat && transport === 'bot');
    return { ...kind, bot: bot?.connection, folders: { config: kind.folder, nodes } };
  });
};

const PARTS = { nodes: 'alert', config: 'connection' };

/** A dialog made of what all chats share and what the core says of this one. */
export function chatDialog(kind, from, chat) {
  const part = PARTS[kind];
  const sharedFile = (...path) => readFileSync(join(shared, ...path), 'utf8');
  const fill = filler(chat);
  return {
    html: fill(draw[part](sharedFile(`${part}.html`), chat)),
    words: (language) => {
      const common = JSON.parse(fill(sharedFile('locales', language, `${part}.json`)));
      return merge(common, language === MAIN ? english[part](chat) : ownWords(from, language));
    },
    help: (language) => {
      const own = readFileSync(join(from, 'locales', language, 'help.md'), 'utf8');
      return fill(
        own.replace('{{shared}}', () => sharedFile('locales', language, `${part}.md`).trim()),
      );
    },
  };
}

const ownWords = (from, language) =>
  JSON.parse(readFileSync(join(from, 'locales', language, 'runtime.json'), 'utf8'));

/** Puts the names of the chat into a text. */
const filler = ({ chat, alert, connection, bot }) => {
  const label = alert.replace(PREFIX, '').replaceAll('-', ' ');
  const values = {
    alert,
    connection,
    bot,
    label,
    short: label.replace(/ alert$/, ''),
    chat: core().findChat(chat).name,
    addressed: JSON.stringify(core().addressedButtonsOf(chat)),
  };
  return (text) => text.replace(/\{\{(\w+)\}\}/g, (marker, name) => values[name] ?? marker);
};

/** A bot posts nowhere before somebody says where. */
const POST_BUTTON = /^.*\{\{connection\}\}-post" data-i18n.*\n/m;

const operationOptions = (resource) =>
  core()
    .operationsOf(resource, 'bot')
    .map(
      ({ value, transport }) =>
        `<option value="${value}" data-resource="${resource}"${transport ? ` data-transport="${transport}"` : ''} data-i18n="option.operation.${value}"></option>`,
    );

const lines = (parts) => parts.join('\n');

const draw = {
  alert: (html, { chat, alert }) => {
    const own = core().ownFieldsOf(chat);
    return html
      .replace('<!-- operations -->', () => ['alert', 'message'].flatMap(operationOptions).join(''))
      .replace('<!-- own rows -->', () => lines(own.map((field) => ownRow(field, alert))))
      .replace('/* own defaults */', () => lines(own.map(ownDefault)))
      .replace('/* own lists */', () => lines(own.flatMap((field) => ownList(field, alert))));
  },
  connection: (html, { chat, transport }) => {
    const fields = core().credentialFieldsOf(chat, transport);
    const type = (field) =>
      `      ${field.name}: { type: '${inputType(field)}', required: ${field.required} },`;
    return html
      .replace(transport === 'bot' ? POST_BUTTON : '', '')
      .replace('<!-- credential rows -->', () => lines(fields.map(credentialRow)))
      .replace('/* credentials */', () => lines(fields.map(type)))
      .replace('[/* credential names */]', () => JSON.stringify(fields.map(({ name }) => name)));
  },
};

const english = {
  alert: ({ chat }) => alertWords(core(), chat),
  connection: ({ chat, transport, connection }) => ({
    ...connectionWords(core(), chat, transport),
    label: {
      ...connectionWords(core(), chat, transport).label,
      node: connection.replace(PREFIX, '').replaceAll('-', ' '),
    },
  }),
};
