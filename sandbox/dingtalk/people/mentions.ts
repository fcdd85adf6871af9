import { apps, type DingTalkApp } from '../api/apps';
import { type DingTalkPerson, people } from '../api/people';

export interface Mentions {
  robots: DingTalkApp[];
  persons: DingTalkPerson[];
  /**
   * The text without any of them, as robots get it; with the space after each:
   * https://github.com/QwenLM/qwen-code/issues/8638
   */
  rest: string;
}

const names = [...apps, ...people].map(({ name }) => name).sort((a, b) => b.length - a.length);
const MENTION = new RegExp(`@(${names.join('|')})(?![\\p{L}\\p{N}])`, 'gu');

/** Whom a line calls, robots and people. */
export function mentionsIn(text: string): Mentions {
  const called = new Set([...text.matchAll(MENTION)].map(([, name]) => name));
  return {
    robots: apps.filter(({ name }) => called.has(name)),
    persons: people.filter(({ name }) => called.has(name)),
    rest: text.replace(MENTION, ''),
  };
}
