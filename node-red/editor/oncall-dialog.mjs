import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { merge, wordsOf } from './chat-words.mjs';
import { connectionHtml } from './connection-dialog.mjs';
import { core, optionsOf } from './core-fields.mjs';
import { actionDefault, actionRow, connectionDefault, connectionRow } from './oncall-rows.mjs';
import { filler } from './parts.mjs';
import { here, MAIN } from './places.mjs';
import { sharedWords } from './shared-words.mjs';

const shared = join(here, 'editor', 'oncall');
const lines = (parts) => parts.join('\n');
const json = (file) => JSON.parse(readFileSync(file, 'utf8'));

/** On-call platforms that can be acted at. */
const connectable = () =>
  core()
    .listOnCallPlatforms()
    .filter(({ id }) => core().onCallCredentialFieldsOf(id).length > 0);

/** The dialogs about on-call platforms: their config nodes, named like them, and the action. */
export function onCallDialog(kind, name) {
  const from = join(here, kind, name);
  if (kind === 'nodes') return name === 'on-call-action' ? actionDialog(from) : undefined;
  const platform = connectable().find(({ id }) => id === name);
  return platform && connectionDialog(from, platform);
}

function connectionDialog(from, { id, name }) {
  const fields = core().onCallCredentialFieldsOf(id);
  const fill = filler({ connection: `alertwire-${id}`, name, nameHint: 'label.name' });
  const english = () => {
    const { label, hint } = wordsOf(fields);
    return { label: { ...label, node: name }, hint };
  };
  return {
    html: fill(connectionHtml(fields)),
    ...sharedWords({ shared, part: 'connection', from, fill, english }),
  };
}

function actionDialog(from) {
  const { onCallActionFields: fields, onCallActionsOf } = core();
  const platforms = connectable();
  const drawn = fields.filter(({ name }) => name !== 'platform' && name !== 'action');
  const uses = drawn.map(({ name, actions, platforms, list }) => ({
    name,
    actions,
    platforms,
    list,
  }));
  const able = Object.fromEntries(
    platforms.map(({ id }) => [id, onCallActionsOf(id).map(({ action }) => action)]),
  );
  return {
    options: optionsOf(fields),
    html: readFileSync(join(from, 'editor.html'), 'utf8')
      .replace('<!-- connections -->', () => lines(platforms.map(connectionRow)))
      .replace('/* connection defaults */', () =>
        lines(platforms.map(({ id }) => connectionDefault(id, platforms))),
      )
      .replace('<!-- rows -->', () => lines(drawn.map(actionRow)))
      .replace('/* defaults */', () => lines(drawn.map(actionDefault)))
      .replace('[/* fields */]', () => JSON.stringify(uses))
      .replace('{/* actions */}', () => JSON.stringify(able)),
    words: (language) => {
      const file = join(from, 'locales', language, 'runtime.json');
      const own = existsSync(file) ? json(file) : {};
      return language === MAIN ? merge(actionWords(fields, platforms), own) : own;
    },
    help: (language) => readFileSync(join(from, 'locales', language, 'help.md'), 'utf8'),
  };
}

/** English is what the core says; platforms have names, which no language translates. */
function actionWords(fields, platforms) {
  const names = new Set(platforms.map(({ name }) => name));
  const { option, ...words } = wordsOf(fields);
  const kept = Object.entries(option).map(([field, options]) => [
    field,
    Object.fromEntries(
      Object.entries(options).filter(([value, label]) => value !== '' && !names.has(label)),
    ),
  ]);
  return { ...words, option: Object.fromEntries(kept) };
}
