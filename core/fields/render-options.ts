import type { RenderOptions } from '../chat/platform';
import type { ChatId } from '../chat/registry';
import { ownFieldsOf } from './chats';

/** The values of a chat's card fields, as both hosts store them, as render options. */
export const renderOptionsFrom = (
  chat: ChatId,
  values: Readonly<Record<string, unknown>>,
): RenderOptions => {
  const { language, layout, mentions, timeZone } = values;
  return {
    ...(typeof language === 'string' && { language }),
    ...((layout === 'full' || layout === 'compact') && { layout }),
    ...(Array.isArray(mentions) && { mentions: mentions.map(String) }),
    ...(typeof timeZone === 'string' && timeZone !== '' && { timeZone }),
    showDescription: values.showDescription !== false,
    showLabels: values.showLabels !== false,
    showTimeline: values.showTimeline !== false,
    own: ownValues(chat, values),
  };
};

const ownValues = (chat: ChatId, values: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    ownFieldsOf(chat).map(({ name, default: value }) => [name, values[name] ?? value]),
  );
