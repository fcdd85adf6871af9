import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { onlyParts } from './parts.mjs';
import { here } from './places.mjs';
import { credentialRow, inputType } from './rows.mjs';

const lines = (parts) => parts.join('\n');

const credential = (field) =>
  `      ${field.name}: { type: '${inputType(field)}', required: ${field.required} },`;

/** The dialog of a connection to a chat or to an on-call platform. */
export const connectionHtml = (fields, parts = []) =>
  onlyParts(readFileSync(join(here, 'editor', 'connection.html'), 'utf8'), parts)
    .replace('<!-- credential rows -->', () => lines(fields.map(credentialRow)))
    .replace('/* credentials */', () => lines(fields.map(credential)))
    .replace('[/* credential names */]', () => JSON.stringify(fields.map(({ name }) => name)));
