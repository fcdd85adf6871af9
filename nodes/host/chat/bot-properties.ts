import { type INodeProperties, updateDisplayOptions } from 'n8n-workflow';
import { alertFieldsOf, type ChatId, type Field, findChat } from '../../../core/index';
import { byName, propertyOf } from '../fields';

/** Both are bots to the core. */
export const BOTS = ['bot', 'oAuth2'];

export const fieldsOf = (chat: ChatId): readonly Field[] => alertFieldsOf(chat, ['webhook', 'bot']);

/** Shows properties only where a bot sends. */
export const forBots = (properties: INodeProperties[]): INodeProperties[] =>
  updateDisplayOptions({ show: { authentication: BOTS } }, properties);

/** What is picked from a list, where the chat has one, or given by its ID. */
const locator = (
  chat: ChatId,
  name: 'channelId' | 'person',
  own: Partial<INodeProperties>,
): INodeProperties => {
  const field = byName(fieldsOf(chat))(name);
  const method = name === 'person' ? 'searchPeople' : 'searchChannels';
  const listed = canList(chat, name === 'person' ? 'people' : 'channels');
  const byId = {
    displayName: 'By ID',
    name: 'id',
    type: 'string' as const,
    ...(field.placeholder && { placeholder: field.placeholder }),
  };
  const fromList = {
    displayName: 'From List',
    name: 'list',
    type: 'list' as const,
    typeOptions: { searchListMethod: method, searchable: true },
  };
  return {
    displayName: field.label,
    name,
    type: 'resourceLocator',
    default: { mode: listed ? 'list' : 'id', value: '' },
    description: field.description,
    modes: listed ? [fromList, byId] : [byId],
    ...own,
  };
};

export const canList = (chat: ChatId, list: 'channels' | 'people'): boolean =>
  findChat(chat)?.transports.bot?.[list] !== undefined;

const INVITE = 'A private channel is listed once the bot was invited to it';

export const channelProperty = (
  chat: ChatId,
  own: Partial<INodeProperties> = { required: true },
): INodeProperties =>
  locator(chat, 'channelId', { ...(canList(chat, 'channels') && { hint: INVITE }), ...own });

export const personProperty = (chat: ChatId): INodeProperties =>
  locator(chat, 'person', { required: true });

/** `found` says where a message comes from that is not named. */
export const messageRefProperty = (chat: ChatId, found: string): INodeProperties => {
  const field = byName(fieldsOf(chat))('messageRef');
  return propertyOf(field, { description: `${field.description}. ${found}` });
};
