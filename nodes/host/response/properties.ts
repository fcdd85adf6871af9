import type { INodeProperties } from 'n8n-workflow';
import { type ChatId, type Field, responseFieldsOf } from '../../../core/index';
import { propertyOf } from '../fields';
import { unreadBody } from '../unread-body';

/** Which credential is asked for hangs on it. */
const HEAD = ['way'];

export const settingsFieldsOf = (chat: ChatId): readonly Field[] =>
  responseFieldsOf(chat).filter(({ name }) => !HEAD.includes(name));

const headFieldsOf = (chat: ChatId): readonly Field[] =>
  responseFieldsOf(chat).filter(({ name }) => HEAD.includes(name));

const notice = (displayName: string): INodeProperties => ({
  displayName,
  name: 'steps',
  type: 'notice',
  default: '',
});

export const settingsOf = (fields: readonly Field[]): INodeProperties => ({
  displayName: 'Settings',
  name: 'settings',
  type: 'collection',
  placeholder: 'Add Setting',
  default: {},
  options: fields.map((field) => propertyOf(field)),
});

/** `steps`: what people have to do in the chat. */
export const socketProperties = (
  chat: ChatId,
  steps: string,
  more: readonly INodeProperties[] = [],
): INodeProperties[] => [notice(steps), ...more, settingsOf(settingsFieldsOf(chat))];

/** The same, where the chat calls an address. */
export const responseProperties = (
  chat: ChatId,
  steps: string,
  more: readonly INodeProperties[] = [],
): INodeProperties[] => [
  notice(steps),
  ...more,
  ...headFieldsOf(chat).map((field) => propertyOf(field, { noDataExpression: true })),
  settingsOf(settingsFieldsOf(chat)),
  unreadBody,
];
