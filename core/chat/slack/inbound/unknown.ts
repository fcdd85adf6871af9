import { text } from '../../../alert/untrusted';
import type { Inbound } from '../../../answers/inbound';
import { heard } from '../../../answers/said';
import { quote } from '../../quote';

/** Slack's own, but nothing that means anything here: taken, so that it is not sent again. */
export const nothingHere = (what: string, called?: unknown): Inbound => {
  const name = quote(text(called) ?? '');
  const told = name === '' ? what : `${what} “${name}”`;
  return heard({ warnings: [`Slack sent ${told}, which means nothing here.`] });
};
