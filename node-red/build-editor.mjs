import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
/** The language of the editor when it knows no better; its help stands in the node's own file. */
const MAIN = 'en-US';

const folders = (path) =>
  readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

const helpOf = (type, markdown) =>
  `<script type="text/markdown" data-help-name="${type}">\n${markdown.trim()}\n</script>\n`;

function buildFolder(kind, name) {
  const from = join(here, kind, name);
  const to = join(here, 'dist', 'node-red', kind, name);
  const html = readFileSync(join(from, 'editor.html'), 'utf8');
  const [, type] = /data-template-name="([^"]+)"/.exec(html);
  const locales = join(from, 'locales');
  mkdirSync(to, { recursive: true });
  for (const language of folders(locales)) {
    const target = join(to, 'locales', language);
    const help = helpOf(type, readFileSync(join(locales, language, 'help.md'), 'utf8'));
    mkdirSync(target, { recursive: true });
    cpSync(join(locales, language, 'runtime.json'), join(target, 'runtime.json'));
    if (language === MAIN) writeFileSync(join(to, 'runtime.html'), `${html}\n${help}`);
    else writeFileSync(join(target, 'runtime.html'), help);
  }
  const icons = join(from, 'icons');
  if (existsSync(icons)) cpSync(icons, join(to, 'icons'), { recursive: true });
}

/** What the editor loads, put where Node-RED looks for it: beside each node's compiled file. */
export function buildEditor() {
  for (const kind of ['config', 'nodes']) {
    for (const name of folders(join(here, kind))) buildFolder(kind, name);
  }
}
