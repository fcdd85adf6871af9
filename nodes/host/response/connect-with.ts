import type { ITriggerFunctions } from 'n8n-workflow';
import { type Credential, findChat, type Http } from '../../../core/index';
import { clock } from '../clock';
import { plainTransport, transportWith } from '../transport';
import { destinationOf, type Source } from './source';

/** Asks for a connection. The secret for it is another one than for messages. */
export const connectWith = (
  context: ITriggerFunctions,
  source: Source,
  credential: Credential,
): Http => {
  const { authentication, credentialType } = destinationOf(context, source);
  if (authentication !== 'oAuth2') return transportWith(context, credentialType);
  // n8n would put in the token of the bot
  const plain = plainTransport(context);
  return (request, limits) => {
    const opened = findChat(source.chat)?.authenticate(request, credential, clock.now());
    return plain(opened ?? request, limits);
  };
};
