import type { INodeProperties } from 'n8n-workflow';
import { type ChatId, credentialFieldsOf, findChat, type TransportId } from '../../../core/index';
import { authenticateBy } from '../authenticate';
import { clock } from '../clock';
import { propertiesOf } from '../credential-properties';

export { credentialOf } from '../authenticate';

/** The form of a chat's credential. */
export const credentialProperties = (chat: ChatId, transport: TransportId): INodeProperties[] =>
  propertiesOf(credentialFieldsOf(chat, transport));

/** Of a chat: the credential as n8n signs with it. */
export const authenticateWith = (chat: ChatId) =>
  authenticateBy((request, credential) =>
    findChat(chat)?.authenticate(request, credential, clock.now()),
  );
