import { describe, expect, it } from '@jest/globals';
import { applyEvent } from '../../../core/alert/apply-event';
import type { AlertEvent } from '../../../core/alert/event';
import { anEvent, at, tell, tellAll } from './events';

const created = anEvent({ type: 'created', occurredAt: at(0) });

/** What we did because Ada asked for it from chat. */
const own = (type: AlertEvent['type'], minute: number) =>
  anEvent({
    type,
    rawType: `alertwire.${type}`,
    occurredAt: at(minute),
    actor: { kind: 'user', name: 'Ada' },
  });

/** What the platform says of it: it knows only whose key was used. */
const told = (type: AlertEvent['type'], minute: number) =>
  anEvent({ type, occurredAt: at(minute), actor: { kind: 'user', name: 'Key of the team' } });

const types = (events: readonly AlertEvent[]) => tell(...events).timeline.map(({ type }) => type);

describe('what we did ourselves', () => {
  it('is not told a second time by the webhook of the platform', () => {
    const mine = own('accepted', 4);
    const before = tell(created, mine);
    const { state, change } = applyEvent(before, told('accepted', 4.1));
    expect(change).toBe('same');
    expect(state).toBe(before);
    expect(state.acceptedBy).toBe('Ada');
  });

  it('tells who it was, where the webhook was faster', () => {
    const webhook = told('accepted', 4);
    const mine = own('accepted', 4.1);
    const { state, changes } = tellAll(created, webhook, mine);
    expect(changes.at(-1)).toBe('echo');
    expect(state.timeline.map(({ type }) => type)).toEqual(['created', 'accepted']);
    expect(state.acceptedBy).toBe('Ada');
    expect(applyEvent(state, mine).change).toBe('same');
    expect(applyEvent(state, webhook).change).toBe('same');
  });

  it('goes for every other action', () => {
    for (const type of ['resolved', 'snoozed', 'escalated', 'comment-added', 'reopened'] as const) {
      expect(types([created, own(type, 4), told(type, 4.2)])).toEqual(['created', type]);
      expect(types([created, told(type, 4), own(type, 4.2)])).toEqual(['created', type]);
    }
  });

  it('is one thing, and what somebody else does later is another', () => {
    const events = [created, own('accepted', 4), told('unaccepted', 5), told('accepted', 6)];
    expect(types(events)).toEqual(['created', 'accepted', 'unaccepted', 'accepted']);
    expect(types([created, own('accepted', 4), told('accepted', 30)])).toHaveLength(3);
  });

  it('is one thing where two people did it at the same moment', () => {
    const before = tell(created, own('accepted', 4));
    expect(applyEvent(before, own('accepted', 4.01))).toEqual({ state: before, change: 'same' });
    expect(types([created, own('escalated', 4), own('escalated', 4.01)])).toHaveLength(3);
    const events = [created, own('accepted', 4), own('unaccepted', 5), own('accepted', 6)];
    expect(types(events)).toEqual(['created', 'accepted', 'unaccepted', 'accepted']);
  });

  it('changes nothing where it was so already', () => {
    const before = tell(created, own('accepted', 4));
    const again = { ...own('accepted', 5), rawType: 'alertwire.standing' };
    expect(applyEvent(before, again)).toEqual({ state: before, change: 'same' });
  });

  it('tells what the card does not know yet, where it was so already', () => {
    const resolved = { ...own('resolved', 5), rawType: 'alertwire.standing' };
    const { state, changes } = tellAll(created, resolved);
    expect(changes.at(-1)).toBe('changed');
    expect(state.latest.alert.status).toBe('resolved');
  });

  it('is told each time we do it', () => {
    expect(types([created, own('comment-added', 4), own('comment-added', 5)])).toHaveLength(3);
    const events = [
      created,
      told('comment-added', 4),
      own('comment-added', 4.1),
      own('comment-added', 4.2),
    ];
    expect(types(events)).toHaveLength(3);
  });
});
