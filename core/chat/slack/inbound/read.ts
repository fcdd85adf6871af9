import type { Inbound, InboundSetup } from '../../../answers/inbound';
import { heard } from '../../../answers/said';
import type { Data } from '../api-answer';
import { readClicks } from './clicks';
import { readCommand } from './commands';
import type { Decoded } from './decode';
import { readDialog } from './dialog';
import { readEvent } from './events';
import { nothingHere } from './unknown';

/** What an authentic request means. */
export const read = (decoded: Decoded, setup: InboundSetup): Inbound => {
  if ('event' in decoded) return readEvent(decoded.event, setup);
  if ('interaction' in decoded) return readInteraction(decoded.interaction, setup);
  const { form } = decoded;
  if (form.ssl_check === '1') return heard();
  return form.command === undefined ? nothingHere('a form') : readCommand(form, setup);
};

/** https://docs.slack.dev/reference/interaction-payloads */
export const readInteraction = (payload: Data, setup: InboundSetup): Inbound => {
  switch (payload.type) {
    case 'block_actions':
      return readClicks(payload, setup);
    case 'view_submission':
      return readDialog(payload, setup);
    case 'view_closed':
      return heard();
    default:
      return nothingHere('an interaction', payload.type);
  }
};
