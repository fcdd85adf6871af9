import type { ChatInbound } from '../../platform';
import { receive } from './receive';

/** What people send back from Teams: to a bot, or to an outgoing webhook of a team. */
export const inbound: ChatInbound = {
  ways: [
    { id: 'bot', label: 'Bot' },
    { id: 'outgoing', label: 'Outgoing Webhook' },
  ],
  receive,
};
