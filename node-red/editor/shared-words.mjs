import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { merge } from './chat-words.mjs';
import { MAIN } from './places.mjs';

const text = (...path) => readFileSync(join(...path), 'utf8');

/**
 * The words and the help that a dialog shares with its like, and what the folder of its node adds.
 * English may come from the core instead.
 */
export const sharedWords = ({ shared, part, from, fill, english }) => ({
  words: (language) => {
    const common = JSON.parse(fill(text(shared, 'locales', language, `${part}.json`)));
    const own = () => JSON.parse(text(from, 'locales', language, 'runtime.json'));
    return merge(common, language === MAIN && english ? english() : own());
  },
  help: (language) => {
    const common = text(shared, 'locales', language, `${part}.md`).trim();
    return fill(text(from, 'locales', language, 'help.md').replace('{{shared}}', () => common));
  },
});
