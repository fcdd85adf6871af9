import { en, type Sentences } from './en';

export type { Happening, Sentences } from './en';

const languages: ReadonlyMap<string, Sentences> = new Map([['en', en]]);

export const LANGUAGES: readonly string[] = [...languages.keys()];

/** The sentences of a BCP 47 language, of its base language, or in English. */
export const sentences = (language = 'en'): Sentences =>
  languages.get(language) ?? languages.get(language.split('-', 1)[0] ?? '') ?? en;
