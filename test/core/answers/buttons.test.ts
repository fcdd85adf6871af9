import { describe, expect, it } from '@jest/globals';
import { buildCard } from '../../../core/alert/build-card';
import type { AlertCard } from '../../../core/alert/card';
import { CAPABILITIES } from '../../../core/alert/event';
import type { AlertState } from '../../../core/alert/state';
import { type ButtonRules, withButtons } from '../../../core/answers/buttons';
import { readToken } from '../../../core/answers/token';
import { anEvent, at, tell } from '../alert/events';

const now = 1_790_000_000_000;
const keys = { key: 'a key that nobody could ever guess, 1' };
const place = { destination: 'slack C1', channel: 'C1' };
const all: ButtonRules = {
  keys,
  way: 'callback',
  actions: ['accept', 'unaccept', 'resolve', 'reopen', 'escalate', 'snooze'],
};

const capable = { capabilities: [...CAPABILITIES] };
const created = anEvent({ ...capable, account: 'acme', alert: { key: 'disk/full' } });
const accepted = anEvent({ ...capable, type: 'accepted', occurredAt: at(4) });
const resolved = anEvent({ ...capable, type: 'resolved', occurredAt: at(8) });

const actionsOf = (state: AlertState, rules: Partial<ButtonRules> = {}, language?: string) =>
  withButtons(buildCard(state), state, { ...all, ...rules }, place, now, language).actions ?? [];
const ids = (actions: readonly { readonly id: string }[]) => actions.map(({ id }) => id);
const claimsOf = (action: NonNullable<AlertCard['actions']>[number], at = now) => {
  const read = readToken(action.token, keys, at);
  if ('flaw' in read) throw new Error(read.flaw);
  return read.claims;
};

describe('the buttons of a card', () => {
  it('are those that make sense as the alert stands', () => {
    expect(ids(actionsOf(tell(created)))).toEqual(['accept', 'resolve', 'escalate', 'snooze']);
    expect(ids(actionsOf(tell(created, accepted)))).toEqual([
      ...['unaccept', 'resolve', 'escalate', 'snooze'],
    ]);
    expect(ids(actionsOf(tell(created, accepted, resolved)))).toEqual(['reopen']);
  });

  it('are those that the platform of the alert can do, and that are wanted', () => {
    const simple = tell(anEvent({ capabilities: ['accept', 'resolve'] }));
    expect(ids(actionsOf(simple))).toEqual(['accept', 'resolve']);
    expect(ids(actionsOf(simple, { actions: ['resolve'] }))).toEqual(['resolve']);
    expect(actionsOf(tell(anEvent({ capabilities: [] })))).toEqual([]);
    expect(actionsOf(tell(anEvent({ ...capable, type: 'test' })))).toEqual([]);
  });

  it('prove what they were made for', () => {
    const [accept] = actionsOf(tell(created));
    expect(claimsOf(accept)).toEqual({
      kind: 'alert-action',
      action: 'accept',
      alert: { platform: 'ilert', account: 'acme', id: '5501', key: 'disk/full' },
      episode: 1,
      destination: expect.stringMatching(/^[0-9a-f]{12}$/),
      channel: 'C1',
      expiresAt: now + 7 * 24 * 3_600_000,
    });
  });

  it('work for as long as it was said', () => {
    const [accept] = actionsOf(tell(created), { validMs: 60_000 });
    expect(() => claimsOf(accept, now + 59_999)).not.toThrow();
    expect(() => claimsOf(accept, now + 60_000)).toThrow('expired');
  });

  it('offer times to snooze for, and a note where it is wanted', () => {
    const actions = actionsOf(tell(created), { snoozeMinutes: [30, 60], note: true });
    expect(actions.find(({ id }) => id === 'snooze')?.pick).toEqual({
      argument: 'minutes',
      choices: [
        { value: '30', label: '30 minutes' },
        { value: '60', label: '1 hour' },
      ],
    });
    expect(actions.find(({ id }) => id === 'resolve')?.note).toEqual({
      argument: 'note',
      label: 'Note',
    });
    expect(actionsOf(tell(created)).some(({ note }) => note)).toBe(false);
  });

  it('can be links to a page, which know the name of the alert', () => {
    const address = 'https://flows.example.com/link?x=1';
    const [accept] = actionsOf(tell(created), { way: 'links', address });
    expect(accept.href).toBe(`${address}&b=${accept.token}`);
    expect(claimsOf(accept).alert.title).toBe('Queue grows');
  });

  it('are people’s own as well, until the alert is resolved', () => {
    const own = [{ name: 'Restart checkout', style: 'danger' as const, confirm: 'Really?' }];
    const mine = actionsOf(tell(created), { own, actions: ['accept'] }).at(-1);
    expect(mine).toMatchObject({
      id: 'own1',
      label: 'Restart checkout',
      style: 'danger',
      confirm: 'Really?',
    });
    expect(mine && claimsOf(mine)).toMatchObject({
      kind: 'own-button',
      action: 'Restart checkout',
    });
    expect(actionsOf(tell(created, resolved), { own, actions: ['accept'] })).toEqual([]);
  });

  it('speak the language of the card', () => {
    expect(actionsOf(tell(created), {}, 'de')[0].label).toBe('Annehmen');
  });

  it('leave a card alone that has none', () => {
    const state = tell(created);
    const card = buildCard(state);
    expect(withButtons(card, state, { ...all, actions: [] }, place, now)).toBe(card);
  });
});
