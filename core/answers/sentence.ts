import type { Problem } from '../problem';

/** A problem as a person is told it. */
export const sentenceOf = ({ message, hint }: Pick<Problem, 'message' | 'hint'>): string =>
  `${message} ${hint}`;
