import { sentences } from '../i18n/index';
import type { Problem } from '../problem';
import type { TokenFlaw } from './token';

/** Why a button is not taken, for the person who pressed it. */
export const flawProblem = (flaw: TokenFlaw, language: string | undefined): Problem => {
  const { refused } = sentences(language).answers;
  switch (flaw) {
    case 'malformed':
      return { code: 'answer.not_a_button', ...refused.malformed };
    case 'wrong-key':
      return { code: 'answer.other_installation', ...refused.wrongKey };
    case 'expired':
      return { code: 'answer.expired', ...refused.expired };
    case 'other-channel':
      return { code: 'answer.other_channel', ...refused.otherChannel };
  }
};
