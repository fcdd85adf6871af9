import { describe, expect, it } from '@jest/globals';
import type { KnownBlock, MessageAttachment } from '@slack/types';
import { buildCard } from '../../../core/alert/build-card';
import type { AlertState } from '../../../core/alert/state';
import type { RenderOptions } from '../../../core/chat/platform';
import { slack } from '../../../core/chat/slack/index';
import { alertFullOf, entryOf, stateOf } from '../card/alerts';
import { HOSTILE } from './hostile-text';
import { linksIn, mentionsIn, messageFlaws, stringsOf } from './slack-rules';

interface SlackMessage {
  text: string;
  blocks: KnownBlock[];
  attachments?: MessageAttachment[];
  unfurl_links: boolean;
  unfurl_media: boolean;
}

const draw = (state: AlertState, options: RenderOptions = {}) =>
  slack.render(buildCard(state, options), options);
const messageOf = (state: AlertState, options: RenderOptions = {}) =>
  draw(state, options).payload as unknown as SlackMessage;
const allText = (state: AlertState, options: RenderOptions = {}) =>
  stringsOf(draw(state, options).payload)
    .map(([, text]) => text)
    .join('\n');

describe('a Slack message', () => {
  it('has the form Slack’s own types ask for', () => {
    const message = messageOf(stateOf());
    const lead: KnownBlock | undefined = message.blocks[0];
    expect(lead?.type).toBe('section');
    expect(message.attachments?.[0]?.color).toMatch(/^#[0-9a-f]{6}$/);
    expect(message.attachments?.[0]?.fallback).toContain('Checkout answers slowly');
  });

  it('tells at the top what happened to what, with the alert behind the title', () => {
    const lead = JSON.stringify(messageOf(stateOf()).blocks);
    expect(lead).toContain('🔴 *<https://acme.example.com/alerts/4711|Checkout answers slowly>*');
    expect(lead).toContain('New critical alert from Shop probes for Ada Mint');
  });

  it('is one sentence on a lock screen', () => {
    expect(messageOf(stateOf()).text).toBe(
      '🔴 New critical alert from Shop probes for Ada Mint: Checkout answers slowly',
    );
    const long = stateOf({ alert: { title: 'x'.repeat(5000) } });
    expect(messageOf(long).text.length).toBeLessThanOrEqual(300);
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

  it('shows images as links: one that Slack cannot fetch would sink the message', () => {
    const images = [{ src: 'https://graphs.internal/1.png', alt: 'p99' }];
    expect(allText(stateOf({ alert: { images } }))).toContain(
      '<https://graphs.internal/1.png|🖼 p99>',
    );
    expect(allText(stateOf({ alert: { images } }))).not.toContain('image_url');
  });
});

describe('mentions', () => {
  const mentions = ['here', 'U012AB3CD', 'S0G1'];
  const places = (state: AlertState, options: RenderOptions) =>
    stringsOf(draw(state, options).payload).filter(([, text]) => mentionsIn(text).length > 0);

  it('stand where Slack notifies: the text and one visible block, each once', () => {
    const found = places(stateOf(), { mentions });
    expect(found.map(([path]) => path)).toEqual(['.text', '.blocks.0.text.text']);
    for (const [, text] of found)
      expect(mentionsIn(text)).toEqual(['!here', '@U012AB3CD', '!subteam^S0G1']);
    expect(draw(stateOf(), { mentions }).pings).toEqual(mentions);
  });

  it('that are none are named and left out', () => {
    const { pings, dropped } = draw(stateOf(), {
      mentions: ['@here', 'here', ' ', 'bob', '<!channel>'],
    });
    expect(pings).toEqual(['here']);
    expect(dropped).toEqual([
      'mention “bob”: not an ID that Slack knows',
      'mention “<!channel>”: not an ID that Slack knows',
    ]);
  });

  it('are counted above the most', () => {
    const many = Array.from({ length: 30 }, (_, index) => `U00${index}`);
    const { pings, dropped } = draw(stateOf(), { mentions: many });
    expect(pings).toHaveLength(20);
    expect(dropped).toEqual(['10 mentions']);
  });
});

describe('whatever an alert holds', () => {
  it.each(Object.entries(HOSTILE))('%s: every link leads where it says', (_, text) => {
    for (const [, one] of stringsOf(draw(alertFullOf(text)).payload)) {
      for (const { href, label } of linksIn(one)) {
        const host = new URL(href).host;
        expect(new URL(href).username).toBe('');
        const named = /https?:\/\/([^/?#\s]+)/.exec(label ?? href)?.[1];
        if (named !== undefined) expect(label ?? href).toContain(host);
      }
    }
  });
});

describe('when space is short', () => {
  const address = (index: number) => `https://graphs.example.com/${'d'.repeat(1300)}/${index}`;
  const huge = stateOf(
    {
      alert: {
        url: `https://acme.example.com/?${'q'.repeat(2900)}`,
        description: '& '.repeat(5000),
        labels: Object.fromEntries(
          Array.from({ length: 500 }, (_, i) => [`label-${i}`, '<'.repeat(500)]),
        ),
        links: Array.from({ length: 20 }, (_, i) => ({ text: `Graph ${i}`, href: address(i) })),
        images: Array.from({ length: 20 }, (_, i) => ({ src: address(i) })),
      },
    },
    { timeline: Array.from({ length: 100 }, () => entryOf('escalated', { to: ['"'.repeat(90)] })) },
  );

  it('labels go first and the way to the alert last', () => {
    const { payload, dropped, size } = draw(huge);
    expect(size.used).toBeLessThanOrEqual(size.limit);
    expect(messageFlaws(payload)).toEqual([]);
    expect(dropped).toContain('500 labels');
    expect(JSON.stringify(payload)).toContain('Open in ilert');
    expect(JSON.stringify(payload)).toContain('*Source*');
  });
});

describe('a plain message', () => {
  it('is data: nothing in it pings or formats, addresses can be clicked', () => {
    const { payload } = slack.renderText('<!channel> *hi* https://a.example/x', {});
    expect(messageFlaws(payload)).toEqual([]);
    expect(JSON.stringify(payload)).toContain('<https://a.example/x>');
  });

  it('mentions whom the destination allows', () => {
    const { payload, pings } = slack.renderText('Hello', { mentions: ['here'] });
    expect(payload.text).toBe('Hello <!here>');
    expect(pings).toEqual(['here']);
  });
});
