import { describe, expect, it } from '@jest/globals';
import { renderCard } from '../../../core/chat/index';
import { mattermost } from '../../../core/chat/mattermost/index';
import { stateOf } from '../card/alerts';

describe('a card from a bot', () => {
  const own = { priority: 'urgent', channel: 'elsewhere' };
  const options = { own, silent: true, mentions: ['ada'] };

  it('says the same as one from a webhook, in the words of the API', () => {
    const { text, attachments, ...rest } = renderCard('mattermost', 'webhook', stateOf(), {
      own,
    }).payload;
    const { payload, size } = renderCard('mattermost', 'bot', stateOf(), { own });
    expect(payload).toEqual({
      message: text,
      props: { attachments },
      metadata: { priority: rest.priority },
    });
    expect(size.used).toBe([...JSON.stringify(payload)].length);
  });

  it('goes where the destination says, and may be silent', () => {
    const { payload } = renderCard('mattermost', 'bot', stateOf(), options);
    expect(payload).not.toHaveProperty('channel');
    expect(payload).toMatchObject({ silent: true });
  });

  it('a plain message has no attachments', () => {
    expect(mattermost.renderText('Hello', {}, 'bot').payload).toEqual({ message: 'Hello' });
    expect(mattermost.renderText('Hello', {}).payload).toEqual({ text: 'Hello' });
  });
});
