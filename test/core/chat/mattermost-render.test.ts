import { describe, expect, it } from '@jest/globals';
import type { MessageAttachment } from '@mattermost/types/message_attachments';
import type { PostPriorityMetadata } from '@mattermost/types/posts';
import fc from 'fast-check';
import { buildCard } from '../../../core/alert/build-card';
import type { AlertState } from '../../../core/alert/state';
import { mattermost } from '../../../core/chat/mattermost/index';
import type { RenderOptions } from '../../../core/chat/platform';
import { alertFullOf, entryOf, stateOf } from '../card/alerts';
import { HOSTILE, HOSTILE_TEXTS } from './hostile-text';
import { linksIn, mentionsIn, messageFlaws, textsOf } from './mattermost-rules';

interface MattermostMessage {
  text: string;
  channel?: string;
  attachments?: MessageAttachment[];
  priority?: Partial<PostPriorityMetadata>;
  silent?: boolean;
}

const draw = (state: AlertState, options: RenderOptions = {}) =>
  mattermost.render(buildCard(state, options), options);
const messageOf = (state: AlertState, options: RenderOptions = {}) =>
  draw(state, options).payload as unknown as MattermostMessage;

describe('a Mattermost message', () => {
  it('has the form Mattermost’s own types ask for', () => {
    const { attachments = [] } = messageOf(stateOf());
    const first: MessageAttachment | undefined = attachments[0];
    expect(first?.color).toMatch(/^#[0-9a-f]{6}$/);
    expect(first?.fallback).toContain('Checkout answers slowly');
    expect(first?.fields?.[0]).toEqual({ title: 'Source', value: 'Shop probes', short: true });
  });

  it('says itself what happened to what, with the alert behind the title', () => {
    expect(messageOf(stateOf()).text).toBe(
      '🔴 **[Checkout answers slowly](https://acme.example.com/alerts/4711)**\nNew critical alert from Shop probes for Ada Mint',
    );
  });

  it('shows the facts above the story', () => {
    const [facts, story] = messageOf(stateOf()).attachments ?? [];
    expect(facts?.fields?.length).toBeGreaterThan(3);
    expect(story?.text).toMatch(/p99 is 2\.4 s[\s\S]*`region: eu`[\s\S]*\[Open in ilert\]/);
    expect(story?.footer).toBe('#4711 · Mar 1, 02:12 UTC');
  });

  it('keeps a log as it is', () => {
    const log = 'at a:\n  b(c.js:1)\n  d';
    expect(messageOf(stateOf({ alert: { description: log } })).attachments?.[1]?.text).toContain(
      `\`\`\`\n${log}\n\`\`\``,
    );
  });

  it.each([
    ['resolved', 'resolved', '✅'],
    ['accepted', 'acknowledged', '👀'],
    ['test', 'open', '🧪'],
  ] as const)('%s is seen at once', (type, status, emoji) => {
    const { text, attachments } = messageOf(stateOf({ type, alert: { status } }));
    expect(text.startsWith(emoji)).toBe(true);
    expect(attachments?.[0]?.color).not.toBe(messageOf(stateOf()).attachments?.[0]?.color);
  });

  it('is small after the first: one attachment with one line of facts', () => {
    const later = stateOf({ type: 'accepted', alert: { status: 'acknowledged' } });
    const { attachments } = messageOf(later);
    expect(attachments).toHaveLength(1);
    expect(attachments?.[0]?.text).toContain('**Source** Shop probes');
  });
});

describe('the options of the chat', () => {
  const own = { priority: 'urgent', channel: ' ~town-square ' };

  it('mark a message that calls somebody', () => {
    expect(messageOf(stateOf(), { own }).priority).toEqual({ priority: 'urgent' });
    expect(messageOf(stateOf({ type: 'resolved' }), { own }).priority).toBeUndefined();
    for (const priority of ['standard', '', 'loud', 7, undefined, { toString: () => 'urgent' }])
      expect(messageOf(stateOf(), { own: { priority } }).priority).toBeUndefined();
  });

  it('send it to another channel', () => {
    expect(messageOf(stateOf(), { own }).channel).toBe('town-square');
    for (const channel of ['#ops', '@ada', 'id1__id2'])
      expect(messageOf(stateOf(), { own: { channel } }).channel).toBe(channel);
    for (const channel of ['', ' ', 7, null, undefined])
      expect(messageOf(stateOf(), { own: { channel } })).not.toHaveProperty('channel');
  });

  it('hold for a plain message too', () => {
    expect(mattermost.renderText('x', { own }).payload).toEqual({
      text: 'x',
      channel: 'town-square',
      priority: { priority: 'urgent' },
    });
  });

  it('are quiet where the destination is', () => {
    const quiet = { own, silent: true };
    for (const { payload } of [draw(stateOf(), quiet), mattermost.renderText('x', quiet)]) {
      expect(payload).toMatchObject({ silent: true });
      expect(payload).not.toHaveProperty('priority');
    }
    expect(messageOf(stateOf())).not.toHaveProperty('silent');
  });
});

describe('mentions', () => {
  const mentions = ['here', 'ada.mint', 'night-shift'];

  it('stand in the message, each once, and nowhere else', () => {
    const { payload, pings } = draw(stateOf(), { mentions });
    expect(mentionsIn(payload)).toEqual(['@here', '@ada.mint', '@night-shift']);
    expect(mentionsIn({ attachments: payload.attachments })).toEqual([]);
    expect(payload.text).toMatch(/\n@here @ada\.mint @night-shift$/);
    expect(pings).toEqual(mentions);
  });

  it('that are none are named and left out, and counted above the most', () => {
    const { pings, dropped } = draw(stateOf(), { mentions: ['@here', 'here', 'a b', 'everyone'] });
    expect(pings).toEqual(['here']);
    expect(dropped).toEqual([
      'mention “a b”: not an ID that Mattermost knows',
      'mention “everyone”: not an ID that Mattermost knows',
    ]);
    const many = Array.from({ length: 30 }, (_, index) => `user${index}`);
    expect(draw(stateOf(), { mentions: many }).dropped).toEqual(['10 mentions']);
  });
});

describe('whatever an alert holds', () => {
  it.each(Object.entries(HOSTILE))('%s: every link leads where it says', (_, text) => {
    for (const one of textsOf(draw(alertFullOf(text)).payload)) {
      for (const { href, label } of linksIn(one)) {
        const { protocol, username, host } = new URL(href);
        expect([protocol, username]).toEqual([expect.stringMatching(/^https?:$/), '']);
        const named = /https?:\u200b?\/\/([^/?#\s]+)/.exec(label)?.[1];
        if (named !== undefined) expect(label).toContain(host);
      }
    }
  });

  const jsonText = fc.oneof(
    fc.constantFrom(...HOSTILE_TEXTS),
    fc.string({ unit: 'binary', maxLength: 60 }),
  );

  it('a plain message is one post as well', () => {
    fc.assert(
      fc.property(jsonText, fc.integer({ min: 1, max: 400 }), (text, times) => {
        const { payload, size } = mattermost.renderText(text.repeat(times), { mentions: ['here'] });
        expect(messageFlaws(payload)).toEqual([]);
        expect(size.used).toBeLessThanOrEqual(size.limit);
        expect(mentionsIn(payload)).toEqual(['@here']);
      }),
      { numRuns: 100 },
    );
    const { payload, dropped } = mattermost.renderText('"'.repeat(20_000), {});
    expect(messageFlaws(payload)).toEqual([]);
    expect(dropped).toEqual(['text cut at 6,500 characters']);
    expect(mattermost.renderText(' ', {}).payload).toEqual({ text: '(empty message)' });
  });
});

describe('when space is short', () => {
  const address = (index: number) => `https://graphs.example.com/${'d'.repeat(1300)}/${index}`;
  const huge = stateOf(
    {
      alert: {
        url: `https://acme.example.com/?${'q'.repeat(2900)}`,
        description: '" '.repeat(5000),
        labels: Object.fromEntries(
          Array.from({ length: 500 }, (_, i) => [`label-${i}`, '"'.repeat(500)]),
        ),
        links: Array.from({ length: 20 }, (_, i) => ({ text: `Graph ${i}`, href: address(i) })),
        images: Array.from({ length: 20 }, (_, i) => ({ src: address(i) })),
        title: '"'.repeat(400),
      },
      origin: { name: '"'.repeat(500) },
    },
    { timeline: Array.from({ length: 100 }, () => entryOf('escalated', { to: ['"'.repeat(90)] })) },
  );

  it('labels go first and the way to the alert last', () => {
    const { payload, dropped, size } = draw(huge);
    expect(size.used).toBeLessThanOrEqual(size.limit);
    expect(messageFlaws(payload)).toEqual([]);
    expect(dropped).toContain('500 labels');
    expect(JSON.stringify(payload)).toContain('Open in ilert');
    expect(JSON.stringify(payload)).toContain('"Source"');
  });
});
