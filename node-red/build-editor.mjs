import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
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

/** Options by the name of their field, from the core's own lists of fields. */
function optionsByField() {
  const core = createRequire(import.meta.url)('./dist/core/index.js');
  const chats = core.listChatPlatforms().map(({ id }) => core.alertFieldsOf(id));
  const fields = [...chats, ...Object.values(core).filter(Array.isArray)].flat();
  return Object.fromEntries(fields.map(({ name, options = [] }) => [name, options]));
}

/** The words are the catalogue's; a name, as a platform's, needs no translation. */
const optionElement = (field, { value, label }, { option = {} }) =>
  option[field]?.[value] === undefined
    ? `<option value="${value}">${label}</option>`
    : `<option value="${value}" data-i18n="option.${field}.${value}"></option>`;

/** Fills `<!-- options of x -->` and, in a script, `[/* options of x *\/]`. */
const fillOptions = (html, options, catalogue) =>
  html
    .replace(/<!-- options of (\w+) -->/g, (_marker, field) =>
      options[field].map((option) => optionElement(field, option, catalogue)).join(''),
    )
    .replace(/\[\/\* options of (\w+) \*\/\]/g, (_marker, field) =>
      JSON.stringify(options[field].map(({ value }) => value)),
    );

function buildFolder(kind, name, options) {
  const from = join(here, kind, name);
  const to = join(here, 'dist', 'node-red', kind, name);
  const catalogue = JSON.parse(readFileSync(join(from, 'locales', MAIN, 'runtime.json'), 'utf8'));
  const source = readFileSync(join(from, 'editor.html'), 'utf8');
  const html = fillOptions(source, options, catalogue);
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
  const options = optionsByField();
  for (const kind of ['config', 'nodes']) {
    for (const name of folders(join(here, kind))) buildFolder(kind, name, options);
  }
}
