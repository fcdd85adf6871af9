import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { alertWords, connectionWords } from './chat-words.mjs';
import { connectionHtml } from './connection-dialog.mjs';
import { core } from './core-fields.mjs';
import { filler } from './parts.mjs';
import { dist, shared } from './places.mjs';
import { ownDefault, ownList, ownRow } from './rows.mjs';
import { sharedWords } from './shared-words.mjs';

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
  const fill = filler(namesOf(chat));
  return {
    html: fill(draw[part](chat)),
    ...sharedWords({ shared, part, from, fill, english: () => english[part](chat) }),
  };
}

/** The names of the chat, as they stand in a text. */
const namesOf = ({ chat, alert, connection, bot }) => {
  const label = alert.replace(PREFIX, '').replaceAll('-', ' ');
  return {
    alert,
    connection,
    bot,
    label,
    short: label.replace(/ alert$/, ''),
    chat: core().findChat(chat).name,
    addressed: JSON.stringify(core().addressedButtonsOf(chat)),
    nameHint: 'placeholder.name',
  };
};

const operationOptions = (resource) =>
  core()
    .operationsOf(resource, 'bot')
    .map(
      ({ value, transport }) =>
        `<option value="${value}" data-resource="${resource}"${transport ? ` data-transport="${transport}"` : ''} data-i18n="option.operation.${value}"></option>`,
    );

const lines = (parts) => parts.join('\n');

const draw = {
  alert: ({ chat, alert }) => {
    const own = core().ownFieldsOf(chat);
    return readFileSync(join(shared, 'alert.html'), 'utf8')
      .replace('<!-- operations -->', () => ['alert', 'message'].flatMap(operationOptions).join(''))
      .replace('<!-- own rows -->', () => lines(own.map((field) => ownRow(field, alert))))
      .replace('/* own defaults */', () => lines(own.map(ownDefault)))
      .replace('/* own lists */', () => lines(own.flatMap((field) => ownList(field, alert))));
  },
  // A bot posts nowhere before somebody says where.
  connection: ({ chat, transport }) =>
    connectionHtml(
      core().credentialFieldsOf(chat, transport),
      transport === 'bot' ? ['store'] : ['store', 'post'],
    ),
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
