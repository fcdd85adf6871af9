import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { here } from './places.mjs';

/** Puts values in the place of their names: `{{name}}`. */
export const filler = (values) => (text) =>
  text.replace(/\{\{(\w+)\}\}/g, (marker, name) => values[name] ?? marker);

/** What only some dialogs have: `<!-- if x --> … <!-- end x -->`. */
export const onlyParts = (html, parts) =>
  html.replace(/<!-- if (\w+) -->\n([\s\S]*?)<!-- end \1 -->\n/g, (_marker, part, lines) =>
    parts.includes(part) ? lines : '',
  );

/** How the editor calls the inputs of a node and of a config node. */
const INPUTS = { nodes: 'node-input', config: 'node-config-input' };

const partFile = (name) => readFileSync(join(here, 'editor', 'parts', `${name}.html`), 'utf8');

/** Puts the rows that several dialogs have in the place of `<!-- part x a=b -->`. */
export const fillParts = (html, kind) =>
  html.replace(/^<!-- part ([\w-]+)(.*) -->\n/gm, (_marker, name, given) => {
    const values = [...given.matchAll(/(\w+)=(\S+)/g)].map(([, key, value]) => [key, value]);
    return filler({ input: INPUTS[kind], ...Object.fromEntries(values) })(partFile(name));
  });
