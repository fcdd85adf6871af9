import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { merge } from './chat-words.mjs';
import { core } from './core-fields.mjs';
import { dist, here } from './places.mjs';

const require = createRequire(import.meta.url);
const sharedFile = (...path) => readFileSync(join(here, 'editor', 'response', ...path), 'utf8');

/** What the response node in a folder is for; undefined where it is another kind of node. */
export const responseKind = (folder) => {
  const file = join(dist, 'nodes', folder, 'kind.js');
  const kind = existsSync(file) ? require(file).kind : undefined;
  return kind?.response ? kind : undefined;
};

/** What only some chats have: `<!-- if x --> … <!-- end x -->`. */
const partsOf = ({ chat, tellsAddress }) => [
  ...core()
    .responseFieldsOf(chat)
    .map(({ name }) => name),
  ...(core().socketOf(chat) ? ['socket'] : []),
  ...(tellsAddress ? ['address'] : []),
];

const onlyParts = (html, parts) =>
  html.replace(/<!-- if (\w+) -->\n([\s\S]*?)<!-- end \1 -->\n/g, (_marker, part, lines) =>
    parts.includes(part) ? lines : '',
  );

const filler = ({ chat, response, connection, outgoing }) => {
  const label = `${response.replace(/^alertwire-/, '').replaceAll('-', ' ')} in`;
  const { name } = core().findChat(chat);
  const values = { chatId: chat, chat: name, response, connection, outgoing, label };
  return (text) => text.replace(/\{\{(\w+)\}\}/g, (marker, key) => values[key] ?? marker);
};

/** A dialog made of what all chats share and what the folder says of this one. */
export function responseDialog(from, kind) {
  const fill = filler(kind);
  const own = (language, file) => readFileSync(join(from, 'locales', language, file), 'utf8');
  return {
    html: fill(onlyParts(sharedFile('response.html'), partsOf(kind))),
    words: (language) =>
      merge(
        JSON.parse(fill(sharedFile('locales', language, 'response.json'))),
        JSON.parse(own(language, 'runtime.json')),
      ),
    help: (language) =>
      fill(
        own(language, 'help.md').replace('{{shared}}', () =>
          sharedFile('locales', language, 'response.md').trim(),
        ),
      ),
  };
}
