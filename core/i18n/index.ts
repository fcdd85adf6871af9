import { de } from './de';
import { en, type Sentences } from './en';
import { zhCN } from './zh-CN';

export type { Happening, Sentences } from './en';

const languages: ReadonlyMap<string, Sentences> = new Map([
  ['en', en],
  ['de', de],
  ['zh-CN', zhCN],
]);

export const LANGUAGES: readonly string[] = [...languages.keys()];

const baseOf = (language: string): string => language.split('-', 1)[0] ?? '';
const byBase: ReadonlyMap<string, Sentences> = new Map(
  [...languages].map(([language, its]) => [baseOf(language), its]),
);

/** The sentences of a BCP 47 language, of one with the same base (`zh`, `de-AT`), or in English. */
export const sentences = (language = 'en'): Sentences =>
  languages.get(language) ?? byBase.get(baseOf(language)) ?? en;
