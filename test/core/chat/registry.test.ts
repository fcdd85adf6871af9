import { describe, expect, it } from '@jest/globals';
import { findChat, findTransport, listChatPlatforms, renderCard } from '../../../core/chat/index';
import { CHATS } from '../../../core/chat/registry';
import { stateOf } from '../card/alerts';

describe('the registry', () => {
  it('lists every chat and how it can be reached', () => {
    expect(listChatPlatforms()).toContainEqual({
      id: 'slack',
      name: 'Slack',
      transports: [
        { id: 'webhook', updates: false },
        { id: 'bot', updates: true },
      ],
    });
    for (const [id, chat] of Object.entries(CHATS)) expect(chat.id).toBe(id);
  });

  it('finds what it lists and nothing else', () => {
    expect(findChat('slack')?.name).toBe('Slack');
    for (const id of ['', 'Slack', 'constructor', '__proto__'])
      expect(findChat(id)).toBeUndefined();
    expect(findTransport('slack', 'bot')?.via).toBe('bot');
    expect(findTransport('slack', 'toString')).toBeUndefined();
  });
});

describe('renderCard', () => {
  it('is what would be sent', () => {
    const { payload, size } = renderCard('slack', 'webhook', stateOf());
    expect(size.used).toBe(JSON.stringify(payload).length);
  });

  it('says so where there is no such chat', () => {
    expect(renderCard('irc' as 'slack', 'webhook', stateOf())).toEqual({
      payload: {},
      size: { used: 0, limit: 0, unit: 'characters' },
      dropped: ['everything: there is no chat “irc” with the transport “webhook”'],
      pings: [],
    });
  });
});
