import { renderCard } from '../../../core/chat/index';
import type { ChatId } from '../../../core/chat/registry';
import { stateOf } from '../../core/card/alerts';

/** What a bot posts first, and what it makes of it when the alert ends. */
export const openCard = (chat: ChatId) => renderCard(chat, 'bot', stateOf()).payload;

export const closedCard = (chat: ChatId) =>
  renderCard(
    chat,
    'bot',
    stateOf({ type: 'resolved', alert: { status: 'resolved', title: 'Checkout is well again' } }),
  ).payload;
