import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { buildCard } from '../../../core/alert/build-card';
import { EVENT_TYPES, type EventType, SEVERITIES } from '../../../core/alert/event';
import type { AlertState } from '../../../core/alert/state';
import type { RenderOptions } from '../../../core/chat/platform';
import { CHATS, type ChatId } from '../../../core/chat/registry';
import { alertFullOf, stateOf } from '../card/alerts';
import { MESSAGE_FACTS } from './every-chat';
import { HOSTILE, HOSTILE_TEXTS } from './hostile-text';

const all = Object.values(CHATS).map((chat) => ({ name: chat.name, chat }));

describe.each(all)('a message of $name', ({ chat }) => {
  const { flaws, mentions, look, count, mention, forms, description } =
    MESSAGE_FACTS[chat.id as ChatId];
  const calling = { ...forms[0], mentions: [mention] };

  const draw = (state: AlertState, options: RenderOptions = {}) =>
    chat.render(buildCard(state, options), options);
  const inEachForm = (state: AlertState) => forms.map((form) => draw(state, form));

  it('has a look of its own for every severity', () => {
    const looks = SEVERITIES.map((severity) =>
      look(draw(stateOf({ alert: { severity } })).payload),
    );
    expect(new Set(looks).size).toBe(SEVERITIES.length);
  });

  it('is small after the first', () => {
    const later = draw(stateOf({ type: 'accepted', alert: { status: 'acknowledged' } }));
    expect(later.size.used).toBeLessThan(draw(stateOf()).size.used / 1.5);
    expect(JSON.stringify(later.payload)).not.toContain('p99 is 2.4 s');
  });

  it.each(['created', 'escalated', 'assigned', 'reopened', 'escalation-ended'] as const)(
    'calls on %s',
    (type) => {
      const { payload, pings } = draw(stateOf({ type }), calling);
      expect(pings).toEqual([mention]);
      expect(mentions(payload).length).toBeGreaterThan(0);
    },
  );

  it.each(['accepted', 'resolved', 'comment-added', 'snoozed', 'test'] as const)(
    'wakes nobody on %s',
    (type) => {
      const { payload, pings } = draw(stateOf({ type }), calling);
      expect([pings, mentions(payload)]).toEqual([[], []]);
    },
  );

  it('wakes nobody in silence', () => {
    const silent = { ...calling, silent: true };
    for (const { payload, pings } of [draw(stateOf(), silent), chat.renderText('x', silent)])
      expect([pings, mentions(payload)]).toEqual([[], []]);
  });

  it.each(Object.entries(HOSTILE))('of %s pings nobody and keeps every rule', (_, text) => {
    const state = alertFullOf(text);
    for (const type of EVENT_TYPES) {
      for (const rendered of inEachForm({ ...state, latest: { ...state.latest, type } })) {
        expect(flaws(rendered.payload)).toEqual([]);
        expect([rendered.pings, mentions(rendered.payload)]).toEqual([[], []]);
      }
    }
  });

  it('is one the chat takes, for any texts, and mentions nobody else', () => {
    const called = mentions(draw(stateOf(), calling).payload);
    const text = fc.oneof(
      fc.constantFrom(...HOSTILE_TEXTS),
      fc.string({ unit: 'binary', maxLength: 60 }),
    );
    const holds = (raw: string, type: EventType, layout: 'full' | 'compact') => {
      const state = alertFullOf(raw);
      const options = { ...calling, layout };
      const rendered = draw({ ...state, latest: { ...state.latest, type } }, options);
      const json = JSON.stringify(rendered.payload);
      expect(flaws(rendered.payload)).toEqual([]);
      expect(mentions(rendered.payload)).toEqual(rendered.pings.length > 0 ? called : []);
      expect(JSON.parse(json)).toEqual(rendered.payload);
      expect(rendered.size.used).toBe(count(json));
      expect(rendered.size.used).toBeLessThanOrEqual(rendered.size.limit);
    };
    const types = fc.constantFrom(...EVENT_TYPES);
    const layouts = fc.constantFrom('full' as const, 'compact' as const);
    fc.assert(fc.property(text, types, layouts, holds), { numRuns: 300 });
  });

  it('is one the chat takes, also where it is no alert at all', () => {
    const anything = fc.anything({ withBigInt: true, withDate: true, withNullPrototype: true });
    const holds = (thing: unknown) => {
      const parts = { alert: thing, actor: thing, assignees: thing, origin: thing };
      const latest = { ...stateOf().latest, ...parts };
      for (const state of [
        thing,
        { latest: thing, timeline: thing },
        { latest, timeline: [thing, thing] },
      ])
        expect(flaws(draw(state as AlertState).payload)).toEqual([]);
    };
    fc.assert(fc.property(anything, holds), { numRuns: 500 });
  });

  it('counts everything that is missing', () => {
    const labels = Object.fromEntries(Array.from({ length: 27 }, (_, i) => [`k${i}`, 'v']));
    const links = [{ href: '/relative' }, { href: 'javascript:x' }, { href: 'https://a.example' }];
    const long = { title: 'x'.repeat(400), description: 'x'.repeat(3000) };
    for (const url of ['ftp://a.example', 'mmaction://x']) {
      expect(draw(stateOf({ alert: { ...long, labels, links, url } })).dropped).toEqual([
        'title cut at 250 characters',
        'link to the alert: not a usable web address',
        `description cut at ${description} characters`,
        '3 labels',
        '2 links',
      ]);
    }
  });

  it('of a text of 10 MB shows the beginning only', () => {
    const begun = '&'.repeat(20_000);
    const card = (tail: string) => {
      const [title, description] = [begun + tail, begun + tail];
      return draw(stateOf({ alert: { title, description } })).payload;
    };
    expect(card('x'.repeat(10_000_000))).toEqual(card('y'));
  });
});

describe.each(all)('a plain message of $name', ({ chat }) => {
  const { flaws, mention } = MESSAGE_FACTS[chat.id as ChatId];

  it.each(Object.entries(HOSTILE))('survives %s', (_, text) => {
    for (const mentions of [[], [mention]]) {
      const { payload, pings } = chat.renderText(text, { mentions });
      expect(flaws(payload)).toEqual([]);
      expect(pings).toEqual(mentions);
    }
  });
});
