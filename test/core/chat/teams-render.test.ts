import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { buildCard } from '../../../core/alert/build-card';
import { EVENT_TYPES } from '../../../core/alert/event';
import type { AlertState } from '../../../core/alert/state';
import type { Rendered, RenderOptions } from '../../../core/chat/platform';
import { teams } from '../../../core/chat/teams/index';
import { alertFullOf, entryOf, stateOf } from '../card/alerts';
import { HOSTILE, HOSTILE_TEXTS } from './hostile-text';
import {
  isMarkup,
  linksOf,
  markdownOf,
  messageFlaws,
  objectsOf,
  stringsOf,
  type TeamsMessage,
} from './teams-rules';

const draw = (state: AlertState, options: RenderOptions = {}) =>
  teams.render(buildCard(state, options), options);
const messageOf = ({ payload }: Rendered) => payload as unknown as TeamsMessage;
const cardOf = (rendered: Rendered) => messageOf(rendered).attachments[0].content;
const textOf = (rendered: Rendered) =>
  stringsOf(cardOf(rendered))
    .map(([, text]) => text)
    .join('\n');
const ADA = 'Ada Lovelace <ada@example.com>';
const GUID = '8c0a1a67-50ce-4114-bb6c-da9c5dbcf6ca';

describe('a Teams message', () => {
  it('is one Adaptive Card that Microsoft’s own reader takes without a word', () => {
    expect(messageFlaws(draw(stateOf()).payload)).toEqual([]);
    expect(cardOf(draw(stateOf())).msteams).toEqual({ width: 'Full' });
  });

  it('tells at the top what happened to what, and leads to the alert', () => {
    const [head] = cardOf(draw(stateOf())).body;
    expect(JSON.stringify(head)).toContain('🔴 Checkout answers slowly');
    expect(JSON.stringify(head)).toContain('New critical alert from Shop probes for Ada Mint');
    expect(head).toMatchObject({
      style: 'attention',
      selectAction: { url: 'https://acme.example.com/alerts/4711' },
    });
  });

  it('is one sentence where no card can be shown', () => {
    const message = messageOf(draw(stateOf()));
    const sentence = '🔴 New critical alert from Shop probes for Ada Mint: Checkout answers slowly';
    expect(message.summary).toBe(sentence);
    expect(message.attachments[0].content.fallbackText).toBe(sentence);
  });

  it('has the alert as its first button, and its links after it', () => {
    expect(cardOf(draw(stateOf())).actions).toEqual([
      {
        type: 'Action.OpenUrl',
        title: 'Open in ilert',
        url: 'https://acme.example.com/alerts/4711',
      },
      { type: 'Action.OpenUrl', title: 'Dashboard', url: 'https://graphs.example.com/d/1' },
    ]);
  });

  it('has six buttons at most, and the other links in a line', () => {
    const links = [1, 2, 3, 4, 5, 6, 7].map((at) => ({ href: `https://a.example/${at}` }));
    const rendered = draw(stateOf({ alert: { links } }));
    expect(cardOf(rendered).actions).toHaveLength(6);
    for (const { href } of links) expect(linksOf(cardOf(rendered))).toContain(href);
    expect(rendered.dropped).toEqual([]);
  });

  it('says which links it left out', () => {
    const links = [{ href: 'javascript:alert(1)' }, { href: 'https://a.example/' }];
    const rendered = draw(stateOf({ alert: { links, url: 'msteams:/x' } }));
    expect(rendered.dropped).toEqual(['link to the alert: not a usable web address', '1 link']);
    expect(cardOf(rendered).actions).toHaveLength(1);
    expect(draw(stateOf({ alert: { links: [], url: '' } })).payload).not.toHaveProperty('actions');
  });

  it.each([
    ['resolved', 'resolved', '✅', 'good'],
    ['accepted', 'acknowledged', '👀', 'accent'],
    ['test', 'open', '🧪', 'emphasis'],
  ] as const)('%s is seen at once', (type, status, emoji, style) => {
    const rendered = draw(stateOf({ type, alert: { status } }));
    expect(messageOf(rendered).summary.startsWith(emoji)).toBe(true);
    expect(cardOf(rendered).body[0]).toMatchObject({ style });
  });

  it('shows a log in a fixed width with its indentation', () => {
    const description = 'Error: x\n    at main.js:1\n\tat lib.js:2';
    const runs = objectsOf(cardOf(draw(stateOf({ alert: { description } }))));
    expect(runs.find(({ text }) => String(text).startsWith('Error'))).toMatchObject({
      fontType: 'Monospace',
      text: 'Error: x\n\u00a0\u00a0\u00a0\u00a0at main.js:1\n\u00a0\u00a0\u00a0\u00a0at lib.js:2',
    });
  });

  it('tells the story line by line', () => {
    const timeline = [
      ...Array.from({ length: 14 }, () => entryOf('escalated', { level: 2, to: ['*Ada*'] })),
    ];
    const rendered = draw(stateOf({}, { timeline }));
    expect(markdownOf(cardOf(rendered))).toContain(
      '**{{TIME(2026-03-01T02:12:00Z)}}** Escalated to \\*Ada\\* at level 2',
    );
    expect(textOf(rendered)).toContain('\n\\+ 2 earlier');
    expect(rendered.dropped).toEqual(['2 timeline entries']);
  });

  it('shows images as links, as one that Teams cannot fetch is a gap', () => {
    const images = [{ src: 'https://graphs.internal/1.png', alt: 'p99' }];
    const rendered = draw(stateOf({ alert: { images } }));
    expect(linksOf(cardOf(rendered))).toContain('https://graphs.internal/1.png');
    expect(objectsOf(cardOf(rendered)).map(({ type }) => type)).not.toContain('Image');
  });

  it('speaks the language of the destination', () => {
    const card = cardOf(draw(stateOf(), { language: 'de-AT' }));
    expect(JSON.stringify(card)).toContain('Quelle');
  });
});

describe('mentions', () => {
  const mentioned = (mentions: string[], state = stateOf()) => {
    const rendered = draw(state, { mentions });
    expect(messageFlaws(rendered.payload)).toEqual([]);
    return { ...rendered, entities: cardOf(rendered).msteams.entities ?? [] };
  };

  it('stand in the head, with an entity that says who is meant', () => {
    const { entities, pings, payload } = mentioned([ADA, ` ${GUID} `]);
    expect(entities).toEqual([
      {
        type: 'mention',
        text: '<at>Ada Lovelace</at>',
        mentioned: { id: 'ada@example.com', name: 'Ada Lovelace' },
      },
      {
        type: 'mention',
        text: `<at>${GUID}</at>`,
        mentioned: { id: GUID, name: GUID.slice(0, 40) },
      },
    ]);
    expect(pings).toEqual([ADA, GUID]);
    expect(markdownOf(payload)).toContain(`<at>Ada Lovelace</at> <at>${GUID}</at>`);
  });

  it('have a name that stands in the card byte for byte', () => {
    const { entities } = mentioned(['*Ada* [L](x) <ada@example.com>', 'b_o_b@example.com']);
    expect(entities.map(({ text }) => text)).toEqual([
      '<at>Ada L x</at>',
      '<at>b o b@example.com</at>',
    ]);
    expect(entities[1]?.mentioned.id).toBe('b_o_b@example.com');
  });

  it('tell two people of one name apart', () => {
    const { entities, pings } = mentioned([ADA, 'Ada Lovelace <ada2@example.com>']);
    expect(entities.map(({ text }) => text)).toEqual([
      '<at>Ada Lovelace</at>',
      '<at>Ada Lovelace ada2@example.com</at>',
    ]);
    expect(pings).toHaveLength(2);
  });

  it.each([
    'everyone',
    'Ada',
    '<at>Ada</at>',
    'Ada <nobody>',
    'x@',
    '19:abc@thread.tacv2',
    GUID.slice(1),
  ])('are people only: %s', (mention) => {
    const { entities, pings, dropped } = mentioned([mention]);
    expect([entities, pings]).toEqual([[], []]);
    expect(dropped).toHaveLength(1);
  });

  it('are only made where somebody has to act', () => {
    for (const type of EVENT_TYPES) {
      const state = stateOf({ type });
      const { calls } = buildCard(state);
      const { entities, pings } = mentioned([ADA], state);
      expect([entities.length, pings.length]).toEqual(calls ? [1, 1] : [0, 0]);
    }
    expect(draw(stateOf(), { mentions: [ADA], silent: true }).pings).toEqual([]);
  });

  it('of the alert’s own text are none, also of whom the destination allows', () => {
    const hostile = alertFullOf('<at>Ada Lovelace</at>');
    const { entities, payload } = mentioned([ADA], hostile);
    expect(entities).toHaveLength(1);
    expect(JSON.stringify(payload).split('<at>Ada Lovelace</at>')).toHaveLength(3);
  });
});

describe('hostile alerts', () => {
  const options = { mentions: [ADA] };

  it.each(Object.entries(HOSTILE))('%s does no harm', (_, text) => {
    for (const layout of ['full', 'compact'] as const) {
      const rendered = draw(alertFullOf(text), { ...options, layout });
      expect(messageFlaws(rendered.payload)).toEqual([]);
      expect(rendered.pings).toEqual([ADA]);
    }
  });

  it.each(Object.entries(HOSTILE))('%s is no markdown', (_, text) => {
    const card = cardOf(draw(alertFullOf(text)));
    const own = /(?:\*\*)?\{\{(?:DATE|TIME)\([^()]*\)\}\}(?:\*\*)?/g;
    expect(markdownOf(card).filter((one) => isMarkup(one.replace(own, '')))).toEqual([]);
  });

  it('no alert at all breaks a card', () => {
    const text = fc.oneof(fc.constantFrom(...HOSTILE_TEXTS), fc.string({ unit: 'binary' }));
    const anything = fc.oneof(text, fc.anything());
    const alert = fc.dictionary(
      fc.constantFrom('title', 'description', 'url', 'labels', 'links', 'images', 'severity'),
      anything,
    );
    const mentions = fc.array(fc.oneof(text, fc.constantFrom(ADA, GUID)), { maxLength: 30 });
    fc.assert(
      fc.property(
        alert,
        fc.constantFrom(...EVENT_TYPES),
        text,
        mentions,
        (own, type, title, asked) => {
          const state = stateOf({ type, alert: { title, ...own } as never });
          const { payload, size, pings } = draw(state, { mentions: asked });
          expect(messageFlaws(payload)).toEqual([]);
          expect(size.used).toBe(Buffer.byteLength(JSON.stringify(payload)));
          for (const ping of pings) expect([ADA, GUID]).toContain(ping);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('an alert that is too large', () => {
  const large = stateOf(
    {
      alert: {
        title: '数'.repeat(1000),
        description: '数据库'.repeat(5000),
        labels: Object.fromEntries(
          Array.from({ length: 900 }, (_, at) => [`键${at}`, '值'.repeat(500)]),
        ),
        links: Array.from({ length: 20 }, (_, at) => ({
          text: '链'.repeat(300),
          href: `https://a.example/${at}/${'x'.repeat(1400)}`,
        })),
      },
    },
    { timeline: Array.from({ length: 100 }, () => entryOf('assigned', { to: ['数'.repeat(99)] })) },
  );

  it('loses the least important first, and says so', () => {
    const { payload, size, dropped } = draw(large);
    expect(messageFlaws(payload)).toEqual([]);
    expect(size.used).toBeLessThanOrEqual(20_000);
    expect(dropped).toContain('900 labels');
    expect(dropped).toContain('title cut at 250 characters');
    expect(JSON.stringify(payload)).toContain('Open in ilert');
  });

  it('fits as well when the flow posts it as JSON inside JSON', () => {
    const quotes = '"'.repeat(2000);
    const labels = Object.fromEntries(
      Array.from({ length: 24 }, (_, at) => [`"${at}`, quotes] as const),
    );
    const entries = Array.from({ length: 12 }, () => entryOf('assigned', { to: [quotes] }));
    const { payload, size, dropped } = draw(
      stateOf({ alert: { title: quotes, description: quotes, labels } }, { timeline: entries }),
    );
    expect(messageFlaws(payload)).toEqual([]);
    expect(size.used).toBeLessThan(14_000);
    expect(dropped).toContain('24 labels');
  });

  it('fits with everybody called whom one can call', () => {
    const mentions = Array.from(
      { length: 30 },
      (_, at) => `${'数'.repeat(50)} <p${at}@example.com>`,
    );
    const { size, pings, dropped } = draw(large, { mentions });
    expect(size.used).toBeLessThanOrEqual(20_000);
    expect(pings).toHaveLength(20);
    expect(dropped).toContain('10 mentions');
  });
});

describe('a plain message', () => {
  const send = (text: string, options: RenderOptions = {}) => {
    const rendered = teams.renderText(text, options);
    expect(messageFlaws(rendered.payload)).toEqual([]);
    return rendered;
  };

  it('is data: nothing in it pings or formats, addresses can be clicked', () => {
    const rendered = send('<at>Ada</at> *hi*\nhttps://a.example/x');
    expect(textOf(rendered)).toContain('*hi*\n');
    expect(linksOf(cardOf(rendered))).toEqual(['https://a.example/x']);
    expect(messageOf(rendered).summary).toContain('*hi* https://a.example/x');
  });

  it('mentions whom the destination allows', () => {
    const { payload, pings } = send('Hello', { mentions: [ADA] });
    expect(markdownOf(payload)).toEqual(['<at>Ada Lovelace</at>']);
    expect(pings).toEqual([ADA]);
    expect(send('Hello', { mentions: [ADA], silent: true }).pings).toEqual([]);
  });

  it('is cut where it has to be', () => {
    expect(send('x'.repeat(5000)).dropped).toEqual([]);
    expect(send('"'.repeat(9000)).dropped).toEqual(['text cut at 5,000 characters']);
    expect(send('x'.repeat(5001)).dropped).toEqual(['text cut at 5,000 characters']);
    const mentions = Array.from(
      { length: 20 },
      (_, at) => `${'数'.repeat(40)} <p${at}@example.com>`,
    );
    expect(send('数'.repeat(5000), { mentions }).dropped).toEqual(['text cut at 2,000 characters']);
  });
});
