import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { core } from './core-fields.mjs';
import { filler, onlyParts } from './parts.mjs';
import { dist, here } from './places.mjs';
import { sharedWords } from './shared-words.mjs';

const require = createRequire(import.meta.url);
const shared = join(here, 'editor', 'response');

/** What the response node in a folder is for; undefined where it is another kind of node. */
export const responseKind = (folder) => {
  const file = join(dist, 'nodes', folder, 'kind.js');
  const kind = existsSync(file) ? require(file).kind : undefined;
  return kind?.response ? kind : undefined;
};

/** What only some chats have. */
const partsOf = ({ chat, tellsAddress }) => [
  ...core()
    .responseFieldsOf(chat)
    .map(({ name }) => name),
  ...(core().socketOf(chat) ? ['socket'] : []),
  ...(tellsAddress ? ['address'] : []),
];

const namesOf = ({ chat, response, connection, outgoing }) => {
  const label = `${response.replace(/^alertwire-/, '').replaceAll('-', ' ')} in`;
  return { chatId: chat, chat: core().findChat(chat).name, response, connection, outgoing, label };
};

/** A dialog made of what all chats share and what the folder says of this one. */
export function responseDialog(from, kind) {
  const fill = filler(namesOf(kind));
  const html = readFileSync(join(shared, 'response.html'), 'utf8');
  return {
    html: fill(onlyParts(html, partsOf(kind))),
    ...sharedWords({ shared, part: 'response', from, fill }),
  };
}
