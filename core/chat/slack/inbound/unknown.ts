import type { Inbound } from '../../../answers/inbound';
import { heard } from '../../../answers/said';
import { quote } from '../../quote';

/** Slack's own, but nothing that means anything here: taken, so that it is not sent again. */
export const nothingHere = (what: string): Inbound =>
  heard({ warnings: [`Slack sent ${quote(what)}, which means nothing here.`] });
