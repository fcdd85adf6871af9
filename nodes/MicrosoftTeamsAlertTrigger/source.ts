import type { Destination } from '../host/chat/destination';
import type { Source } from '../host/response/source';
import { bot } from '../MicrosoftTeamsAlert/destinations';

/** An outgoing webhook of a team calls; nothing can be sent with it. */
const outgoing: Destination = {
  chat: 'teams',
  transport: 'webhook',
  authentication: 'outgoing',
  credentialType: 'alertwireTeamsOutgoingApi',
  credentialName: 'Alertwire Teams Outgoing API',
};

export const source: Source = { chat: 'teams', destinations: [bot, outgoing], chosenBy: 'way' };
