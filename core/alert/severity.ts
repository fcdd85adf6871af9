import { SEVERITIES, type Severity } from './event';

/** 0 for `unknown`, 4 for `critical`. */
export const severityRank = (severity: Severity): number =>
  SEVERITIES.length - 1 - SEVERITIES.indexOf(severity);

export const isAtLeast = (severity: Severity, least: Severity): boolean =>
  severityRank(severity) >= severityRank(least);

const WORDS: Readonly<Record<Exclude<Severity, 'unknown'>, readonly string[]>> = {
  critical: ['critical', 'crit', 'page', 'disaster', 'fatal', 'emergency'],
  high: ['high', 'error', 'err', 'major'],
  warning: ['warning', 'warn', 'medium', 'average', 'minor'],
  info: ['info', 'information', 'informational', 'low', 'none', 'notice', 'debug'],
};

const SEVERITY_OF: ReadonlyMap<string, Severity> = new Map(
  Object.entries(WORDS).flatMap(([severity, words]) =>
    words.map((word): [string, Severity] => [word, severity as Severity]),
  ),
);

/** The severity a word stands for, as people write it in a `severity` label. */
export const severityFromWord = (word: unknown): Severity | undefined =>
  typeof word === 'string' ? SEVERITY_OF.get(word.trim().toLowerCase()) : undefined;
