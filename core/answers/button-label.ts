import { sentences } from '../i18n/index';
import type { ButtonClaims } from './token';

/** What the button says: for an own button, its name. */
export const buttonLabel = (
  { kind, action }: Pick<ButtonClaims, 'kind' | 'action'>,
  language: string | undefined,
): string => {
  const words: Readonly<Record<string, unknown>> = sentences(language).answers.button;
  const word = kind === 'alert-action' && Object.hasOwn(words, action) ? words[action] : action;
  return typeof word === 'string' ? word : action;
};
