import { describe, expect, it } from '@jest/globals';
import { alertFieldsOf, credentialFieldsOf, listChatPlatforms } from '../../../core/index';

describe.each(listChatPlatforms())('$name', ({ id }) => {
  const optionsOf = (name: string, transports: readonly ('webhook' | 'bot')[]) =>
    alertFieldsOf(id, transports)
      .find((field) => field.name === name)
      ?.options?.map(({ value }) => value);

  it('offers a host that knows webhooks only nothing of a bot', () => {
    expect(alertFieldsOf(id).filter(({ transport }) => transport === 'bot')).toEqual([]);
    expect(optionsOf('authentication', ['webhook'])).toEqual(['webhook']);
    expect(optionsOf('operation', ['webhook'])).toEqual(['upsert', 'preview', 'test', 'send']);
  });

  it('offers the other hosts everything, and asks for what a bot needs', () => {
    const names = alertFieldsOf(id, ['webhook', 'bot']).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['channelId', 'person', 'mode', 'messageRef']));
    expect(optionsOf('authentication', ['bot'])).toEqual(['webhook', 'bot']);
    expect(optionsOf('operation', ['bot'])).toContain('sendPrivate');
    expect(credentialFieldsOf(id, 'bot').some(({ required }) => required)).toBe(true);
  });
});
