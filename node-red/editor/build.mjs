import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chatDialog, chatKinds } from './chat-dialog.mjs';
import { optionsByField } from './core-fields.mjs';
import { fillOptions } from './fill-options.mjs';
import { onCallDialog } from './oncall-dialog.mjs';
import { fillParts } from './parts.mjs';
import { dist, here, LANGUAGES, MAIN } from './places.mjs';
import { responseDialog, responseKind } from './response-dialog.mjs';

const folders = (path) =>
  readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

const helpOf = (type, markdown) =>
  `<script type="text/markdown" data-help-name="${type}">\n${markdown.trim()}\n</script>\n`;

/** A dialog that a node's own folder holds. */
const ownDialog = (from) => ({
  html: readFileSync(join(from, 'editor.html'), 'utf8'),
  words: (language) =>
    JSON.parse(readFileSync(join(from, 'locales', language, 'runtime.json'), 'utf8')),
  help: (language) => readFileSync(join(from, 'locales', language, 'help.md'), 'utf8'),
});

const dialogOf = (kind, name, from, chat) => {
  if (chat) return chatDialog(kind, from, chat);
  const response = kind === 'nodes' ? responseKind(name) : undefined;
  if (response) return responseDialog(from, response);
  return onCallDialog(kind, name) ?? ownDialog(from);
};

function buildFolder(kind, name, options, chats) {
  const from = join(here, kind, name);
  const to = join(dist, kind, name);
  const chat = chats.find(({ folders: own }) => own[kind] === name);
  const dialog = dialogOf(kind, name, from, chat);
  const parts = fillParts(dialog.html, kind);
  const html = fillOptions(parts, { ...options, ...dialog.options }, dialog.words(MAIN));
  const [, type] = /data-template-name="([^"]+)"/.exec(html);
  mkdirSync(to, { recursive: true });
  for (const language of LANGUAGES) {
    const target = join(to, 'locales', language);
    const help = helpOf(type, dialog.help(language));
    mkdirSync(target, { recursive: true });
    writeFileSync(
      join(target, 'runtime.json'),
      `${JSON.stringify(dialog.words(language), null, 2)}\n`,
    );
    if (language === MAIN) writeFileSync(join(to, 'runtime.html'), `${html}\n${help}`);
    else writeFileSync(join(target, 'runtime.html'), help);
  }
  const icons = join(from, 'icons');
  if (existsSync(icons)) cpSync(icons, join(to, 'icons'), { recursive: true });
}

/** What the editor loads, put where Node-RED looks for it: beside each node's compiled file. */
export function buildEditor() {
  const options = optionsByField();
  const chats = chatKinds(folders(join(here, 'config')));
  for (const kind of ['config', 'nodes']) {
    for (const name of folders(join(here, kind))) buildFolder(kind, name, options, chats);
  }
}
