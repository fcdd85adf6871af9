import { describe, expect, it } from '@jest/globals';
import { applyEvent } from '../../../core/alert/apply-event';
import { buildCard } from '../../../core/alert/build-card';
import type { CardNode } from '../../../core/alert/card';
import { type AlertEvent, EVENT_TYPES, type EventType } from '../../../core/alert/event';
import type { AlertState } from '../../../core/alert/state';
import { entryOf, eventOf, stateOf } from './alerts';

const nodeOf = <Kind extends CardNode['kind']>(state: AlertState, kind: Kind, options = {}) =>
  buildCard(state, options).body.find((node) => node.kind === kind) as
    | Extract<CardNode, { kind: Kind }>
    | undefined;
const factsOf = (state: AlertState, options = {}) =>
  Object.fromEntries(
    (nodeOf(state, 'facts', options)?.facts ?? []).map(({ label, value }) => [label, value]),
  );
const kinds = (state: AlertState, options = {}) =>
  buildCard(state, options).body.map(({ kind }) => kind);

describe('the headline', () => {
  const ada = { kind: 'user', name: 'Ada Mint' } as const;
  const later = '2026-03-01T02:22:00.000Z';
  it.each<[string, Parameters<typeof stateOf>[0], string]>([
    ['created', {}, 'New critical alert from Shop probes for Ada Mint'],
    ['created', { assignees: [], alert: { severity: 'unknown' } }, 'New alert from Shop probes'],
    ['escalated', { automatic: true }, 'Escalated to Ada Mint at level 1'],
    ['escalation-ended', { occurredAt: later }, 'Escalation ended, nobody has accepted for 12 min'],
    [
      'assigned',
      { actor: ada, assignees: [{ email: 'bo@a.example' }] },
      'Assigned to bo@a.example by Ada Mint',
    ],
    ['accepted', { actor: ada, occurredAt: later }, 'Accepted by Ada Mint after 12 min'],
    ['accepted', { assignees: [{ name: 'Bo', status: 'accepted' }] }, 'Accepted by Bo after 2 min'],
    ['unaccepted', { actor: ada }, 'No longer accepted (given back by Ada Mint)'],
    ['resolved', { actor: ada, occurredAt: later }, 'Resolved by Ada Mint after 12 min'],
    ['resolved', { automatic: true, occurredAt: later }, 'Resolved automatically after 12 min'],
    ['reopened', {}, 'Reopened'],
    [
      'snoozed',
      { alert: { snoozedUntil: '2026-03-01T04:00:00Z' } },
      'Snoozed until Mar 1, 04:00 UTC',
    ],
    [
      'priority-changed',
      { change: { field: 'priority', from: 'P3', to: 'P1' } },
      'Priority changed from P3 to P1',
    ],
    ['priority-changed', {}, 'Priority changed'],
    ['updated', { change: { field: 'summary' } }, 'Updated summary'],
    ['responder-added', { actor: ada, assignees: [] }, 'Responder added by Ada Mint'],
    ['comment-added', { actor: ada }, 'Comment by Ada Mint'],
    ['test', {}, 'Connection test'],
    ['other', { rawType: 'alert-rejected' }, 'Event “alert-rejected”'],
  ])('of %s %j', (type, changes, happened) => {
    const card = buildCard(stateOf({ ...changes, type: type as EventType }));
    expect(card.happened).toBe(happened);
    expect(card.headline).toBe(`${happened}: Checkout answers slowly`);
  });

  it.each(EVENT_TYPES)('of %s never has a hole', (type) => {
    const bare = stateOf({ type, assignees: [], alert: { severity: 'unknown' } });
    const { origin, escalation, ...latest } = bare.latest;
    for (const state of [bare, { ...bare, latest }, stateOf({ type })]) {
      const { headline } = buildCard(state);
      expect(headline).not.toMatch(/undefined|null|\[object| {2}|\s$|: :/);
    }
  });

  it('names whom an escalation newly concerns, not everybody who was called', () => {
    const entry = entryOf('escalated', { eventId: 'event-1', to: ['Bo'] });
    const assignees = [{ name: 'Ada Mint' }, { name: 'Bo' }];
    const state = stateOf({ type: 'escalated', assignees }, { timeline: [entry] });
    expect(buildCard(state).happened).toBe('Escalated to Bo at level 1');
    expect(factsOf(state, { layout: 'full' })['Assigned to']).toBe('Ada Mint, Bo');
  });

  it('lists a few people and counts the rest', () => {
    const assignees = ['A', 'B', 'C', 'D', 'E', 'F'].map((name) => ({ name }));
    expect(buildCard(stateOf({ type: 'assigned', assignees })).happened).toBe(
      'Assigned to A, B, C, D + 2 more',
    );
  });
});

describe('the title', () => {
  it.each(['', '   ', '\u200b\u2060', '\u3164', undefined, null, []])(
    'is never empty: %j',
    (title) => {
      expect(buildCard(stateOf({ alert: { title: title as string } })).title).toBe(
        'Untitled alert',
      );
    },
  );

  it.each<[unknown, string]>([
    [42, '42'],
    [Number.NaN, 'NaN'],
    [12n, '12'],
    [['disk', 'full'], 'disk, full'],
    [{ text: 'disk', at: { host: 'a' } }, 'text: disk, at: host: a'],
    [new Date(0), '1970-01-01T00:00:00.000Z'],
  ])('is readable: %p', (title, text) => {
    expect(buildCard(stateOf({ alert: { title: title as string } })).title).toBe(text);
  });
});

describe('an object in place of a text', () => {
  it('is told three levels deep, also where it holds itself', () => {
    const circle: Record<string, unknown> = { name: 'disk' };
    circle.self = circle;
    const told = buildCard(stateOf({ alert: { title: circle as unknown as string } })).title;
    expect(told).toBe('name: disk, self: name: disk, self: name: disk, self: …');
  });
});

describe('the layout', () => {
  it('tells the whole story first, then what changed', () => {
    expect(kinds(stateOf())).toEqual(['facts', 'text', 'labels', 'links', 'footer']);
    expect(kinds(stateOf({ type: 'escalated' }))).toEqual(['facts', 'footer']);
    const layouts = (
      ['created', 'reopened', 'test', 'accepted', 'resolved', 'assigned'] as const
    ).map((type) => buildCard(stateOf({ type })).layout);
    expect(layouts).toEqual(['full', 'full', 'full', 'compact', 'compact', 'compact']);
  });

  it('is what the destination wants', () => {
    expect(kinds(stateOf(), { layout: 'compact' })).toEqual(['facts', 'footer']);
    expect(buildCard(stateOf({ type: 'accepted' }), { layout: 'full' }).layout).toBe('full');
    const less = { showLabels: false, showDescription: false, showTimeline: false };
    expect(kinds(stateOf({}, twoEvents), less)).toEqual(['facts', 'links', 'footer']);
    expect(kinds(stateOf({}, twoEvents))).toContain('timeline');
  });

  it('sheds labels, images, description, timeline, facts, links, footer', () => {
    const state = stateOf({ alert: { images: [{ src: 'https://a.example/1.png' }] } }, twoEvents);
    const order = [...buildCard(state).body].sort((a, b) => a.shed - b.shed);
    expect(order.map(({ kind }) => kind)).toEqual([
      'labels',
      'images',
      'text',
      'timeline',
      'facts',
      'links',
      'footer',
    ]);
  });

  it('has a plain text for every node', () => {
    for (const node of buildCard(stateOf({}, twoEvents)).body) expect(node.fallback).toMatch(/\w/);
  });

  const twoEvents = {
    timeline: [entryOf('created'), entryOf('escalated', { to: ['Bo'], level: 2 })],
  };
});

describe('the facts', () => {
  it('are what a person on call asks first', () => {
    expect(factsOf(stateOf())).toEqual({
      Source: 'Shop probes',
      Severity: 'Critical · P1',
      'Assigned to': 'Ada Mint',
      Escalation: 'Level 1 · Shop on call',
      Started: 'Mar 1, 02:10 UTC',
    });
  });

  it('say who has it now, and how long it took', () => {
    const alert = { status: 'resolved' } as const;
    const resolved = stateOf({ type: 'resolved', alert }, { resolvedBy: 'Bo' });
    expect(factsOf(resolved, { layout: 'full' })).toMatchObject({
      'Resolved by': 'Bo',
      Duration: '2 min',
    });
    const accepted = stateOf({ alert: { status: 'acknowledged' } }, { acceptedBy: 'Bo' });
    expect(factsOf(accepted)).toMatchObject({ 'Accepted by': 'Bo' });
  });

  it('do not say the same twice', () => {
    expect(factsOf(stateOf({ alert: { priority: 'CRITICAL' } })).Severity).toBe('Critical');
    expect(factsOf(stateOf({ alert: { severity: 'unknown' } })).Severity).toBe('P1');
  });

  it('count what a platform did not list', () => {
    expect(
      factsOf(stateOf({ group: { key: 'g', size: 12, truncated: 3 } }))['Alerts in group'],
    ).toBe('12 (3 not listed)');
  });

  it('leave out times nobody lives in', () => {
    const alert = { startedAt: '0001-01-01T00:00:00Z', createdAt: 'soon' };
    expect(factsOf(stateOf({ alert }, { timeline: [] }))).not.toHaveProperty('Started');
  });

  it('are in the reader’s zone', () => {
    expect(factsOf(stateOf(), { timeZone: 'Asia/Kolkata' }).Started).toBe('Mar 1, 07:40 GMT+5:30');
  });
});

describe('labels', () => {
  it('are sorted, capped and counted', () => {
    const labels = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`l${29 - i}`, `${i}`]));
    const node = nodeOf(stateOf({ alert: { labels } }), 'labels');
    expect(node?.labels.slice(0, 3).map(({ label }) => label)).toEqual(['l0', 'l1', 'l10']);
    expect([node?.labels.length, node?.more]).toEqual([24, 6]);
  });

  it('may be called like parts of objects', () => {
    const labels = JSON.parse('{"__proto__":"a","constructor":"b","toString":"c"}');
    expect(nodeOf(stateOf({ alert: { labels } }), 'labels')?.labels).toEqual([
      { label: '__proto__', value: 'a' },
      { label: 'constructor', value: 'b' },
      { label: 'toString', value: 'c' },
    ]);
  });
});

describe('the timeline', () => {
  const event = (id: string, type: EventType, minute: number, more: Partial<AlertEvent> = {}) =>
    eventOf({ ...more, id, type, occurredAt: `2026-03-01T02:${minute}:00.000Z` });

  it('tells the night as it went', () => {
    const night = [
      event('1', 'created', 12, { assignees: [] }),
      event('2', 'escalated', 17, {
        automatic: true,
        assignees: [{ name: 'Bo' }],
        escalation: { level: 2 },
      }),
      event('3', 'accepted', 20, { actor: { kind: 'user', name: 'Bo' } }),
      event('4', 'comment-added', 25, {
        comment: { text: 'Rolling back', author: 'Bo' },
        actor: { kind: 'user', name: 'Bo' },
      }),
      event('5', 'resolved', 40, { actor: { kind: 'user', name: 'Bo' } }),
    ];
    const state = night.reduce<AlertState | undefined>(
      (told, next) => applyEvent(told, next).state,
      undefined,
    );
    const node = nodeOf(state as AlertState, 'timeline', { layout: 'full' });
    expect(node?.entries.map(({ time, text }) => `${time?.value} ${text}`)).toEqual([
      '02:10 New alert',
      '02:17 Escalated to Bo at level 2',
      '02:20 Accepted by Bo',
      '02:25 Comment by Bo: Rolling back',
      '02:40 Resolved by Bo',
    ]);
  });

  it('keeps the newest', () => {
    const timeline = Array.from({ length: 40 }, (_, index) =>
      entryOf('assigned', { to: [`P${index}`] }),
    );
    const node = nodeOf(stateOf({}, { timeline }), 'timeline');
    expect([node?.entries.length, node?.more, node?.entries.at(-1)?.text]).toEqual([
      12,
      28,
      'Assigned to P39',
    ]);
  });
});

describe('a comment', () => {
  it('is what changed', () => {
    const state = stateOf({ type: 'comment-added', comment: { text: 'Rolling back' } });
    expect(nodeOf(state, 'text')).toMatchObject({ text: 'Rolling back' });
  });
});

describe('output of programs', () => {
  it('is kept as it is', () => {
    const trace = 'Error: x\n    at a (b.js:1)\n    at c (d.js:2)';
    expect(nodeOf(stateOf({ alert: { description: trace } }), 'text')?.preformatted).toBe(true);
    expect(nodeOf(stateOf({ alert: { description: 'a\nb' } }), 'text')?.preformatted).toBe(false);
  });
});

describe('sound', () => {
  it('calls people where somebody has to act, never in silence', () => {
    expect(buildCard(stateOf()).calls).toBe(true);
    expect(buildCard(stateOf(), { silent: true })).toMatchObject({ silent: true, calls: false });
    expect(buildCard(stateOf({ type: 'test' }))).toMatchObject({ silent: true, calls: false });
    expect(buildCard(stateOf({ type: 'resolved' })).calls).toBe(false);
  });
});

describe('the way to the alert', () => {
  it('is named after the platform', () => {
    expect(buildCard(stateOf()).url?.text).toBe('Open in ilert');
    const flashduty = { platform: 'flashduty', platformName: 'Flashduty' };
    expect(buildCard(stateOf(flashduty)).url?.text).toBe('Open in Flashduty');
    expect(buildCard(stateOf({ platform: 'generic' })).url?.text).toBe('Open alert');
    expect(buildCard(stateOf({ platform: 'manual' })).url?.text).toBe('Open alert');
    expect(buildCard(stateOf({ alert: { url: ' ' } })).url).toBeUndefined();
  });

  it('shows short numbers only', () => {
    const footer = (id: string) => nodeOf(stateOf({ alert: { id } }), 'footer')?.fallback;
    expect(footer('4711')).toBe('Open in ilert · #4711 · Mar 1, 02:12 UTC');
    expect(footer('6f1c2d3e-0000-4000-8000-000000000001')).not.toContain('#');
  });
});
