import { describe, expect, it } from '@jest/globals';
import { compileDecision } from '../../../core/filter/own-decision';
import { eventOf } from '../card/alerts';

const decide = compileDecision({ events: ['created'] });

describe('what a sender does with an event', () => {
  it.each(['announce', 'refresh', 'drop'])('is what a filter before it said: %s', (effect) => {
    const carried = { effect, silent: true, reasons: [] };
    expect(decide(eventOf({ type: 'created' }), carried, 0)).toBe(carried);
  });

  it.each([
    undefined,
    null,
    'announce',
    {},
    { effect: 'announce' },
    { effect: 'maybe', reasons: [] },
    { effect: 'drop', reasons: 'none' },
  ])('is decided by its own events where it carries %j', (carried) => {
    expect(decide(eventOf({ type: 'created' }), carried, 0).effect).toBe('announce');
    expect(decide(eventOf({ type: 'comment-added' }), carried, 0).effect).toBe('drop');
    expect(decide(eventOf({ type: 'resolved' }), carried, 0).effect).toBe('refresh');
  });

  it('are the usual events where nobody chose', () => {
    const usual = compileDecision({});
    expect(usual(eventOf({ type: 'escalated' }), undefined, 0).effect).toBe('announce');
    expect(usual(eventOf({ type: 'comment-added' }), undefined, 0).effect).toBe('drop');
  });
});
