import { describe, expect, it } from '@jest/globals';
import { Journal } from '../journal/journal';

const size = { used: 1, limit: 2, unit: 'characters' };
const message = { channel: '#ops', text: 'new', payload: { n: 1 }, pings: [], size, ref: '1.1' };

const journal = () => {
  let now = 0;
  return new Journal(() => {
    now += 1000;
    return now;
  });
};

describe('a message that can be changed', () => {
  it('is what it was changed to, and keeps what it was', () => {
    const kept = journal();
    kept.addMessage('slack', message);
    kept.updateMessage('slack', { ...message, text: 'resolved', payload: { n: 2 } });
    expect(kept.messages).toMatchObject([
      {
        text: 'resolved',
        payload: { n: 2 },
        deleted: false,
        history: [
          { event: 'posted', at: '1970-01-01T00:00:01.000Z' },
          { event: 'updated', before: { text: 'new', payload: { n: 1 } } },
        ],
      },
    ]);
  });

  it('is found by platform, channel and what the platform calls it', () => {
    const kept = journal();
    kept.addMessage('slack', message);
    const others = [
      kept.updateMessage('teams', message),
      kept.updateMessage('slack', { ...message, channel: '#other' }),
      kept.deleteMessage('slack', { channel: '#ops', ref: '2.2' }),
    ];
    expect(others).toEqual([null, null, null]);
    expect(kept.messages).toMatchObject([{ text: 'new', deleted: false, history: [{}] }]);
  });

  it('stays to be seen when it is deleted', () => {
    const kept = journal();
    kept.addMessage('slack', message);
    const told: unknown[] = [];
    kept.listen(({ event }) => told.push(event));
    kept.deleteMessage('slack', { channel: '#ops', ref: '1.1' });
    expect(kept.messages).toMatchObject([{ text: 'new', deleted: true }]);
    expect(told).toEqual(['message-changed']);
  });
});
