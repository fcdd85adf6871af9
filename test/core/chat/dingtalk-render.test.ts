import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { buildCard } from '../../../core/alert/build-card';
import { EVENT_TYPES } from '../../../core/alert/event';
import type { AlertState } from '../../../core/alert/state';
import { dingtalk } from '../../../core/chat/dingtalk/index';
import type { RenderOptions } from '../../../core/chat/platform';
import { alertFullOf, entryOf, stateOf } from '../card/alerts';
import { linksIn, mentionsIn, messageFlaws, shownOf } from './dingtalk-rules';
import { HOSTILE, HOSTILE_TEXTS } from './hostile-text';

const draw = (state: AlertState, options: RenderOptions = {}) =>
  dingtalk.render(buildCard(state, options), options);
const shown = (state: AlertState, options: RenderOptions = {}) =>
  shownOf(draw(state, options).payload);
const typeOf = (state: AlertState, options: RenderOptions = {}) =>
  draw(state, options).payload.msgtype;

const MARKDOWN = { own: { messageType: 'markdown' } };
const CARD = { own: { messageType: 'actionCard' } };
const OPENS = { title: 'Open in ilert', actionURL: 'https://acme.example.com/alerts/4711' };

describe('an ActionCard', () => {
  it('has the alert and its links as buttons, and tells none of them twice', () => {
    const { text, buttons } = shown(stateOf());
    expect(buttons).toEqual([
      OPENS,
      { title: 'Dashboard', actionURL: 'https://graphs.example.com/d/1' },
    ]);
    expect(linksIn(text)).toEqual([]);
  });

  it('is one button as a whole where there is but one', () => {
    const later = stateOf({ type: 'accepted', alert: { status: 'acknowledged' } });
    expect(draw(later).payload.actionCard).toMatchObject({
      singleTitle: OPENS.title,
      singleURL: OPENS.actionURL,
    });
  });

  it('has five buttons at most, and the other links in its text', () => {
    const links = Array.from({ length: 7 }, (_, i) => ({
      text: `Graph ${i}`,
      href: `https://graphs.example.com/${i}`,
    }));
    const { text, buttons } = shown(stateOf({ alert: { links } }));
    expect(buttons).toHaveLength(5);
    expect(linksIn(text).map(({ label }) => label)).toEqual(['Graph 4', 'Graph 5', 'Graph 6']);
  });

  it('is no choice where nothing can be opened', () => {
    const state = stateOf({ alert: { url: 'dtmd://x' } });
    expect(typeOf(state, CARD)).toBe('markdown');
    expect(draw(state).dropped).toContain('link to the alert: not a usable web address');
  });

  it('leaves an address it would have to cut to a Markdown message', () => {
    const url = `https://graphs.example.com/d/1?q=${'q'.repeat(600)}`;
    const state = stateOf({ alert: { url } });
    expect(linksIn(shown(state).text)[0]?.href).toBe(url);
    expect(shown(state, CARD).buttons[0]?.actionURL).toBe('https://graphs.example.com/d/1');
  });
});

describe('a Markdown message', () => {
  it('tells at the top what happened to what, with the alert behind the title', () => {
    const { text } = shown(stateOf(), MARKDOWN);
    expect(text.split('\n\n').slice(0, 2)).toEqual([
      '### 🔴 [Checkout answers slowly](https://acme.example.com/alerts/4711)',
      'New critical alert from Shop probes for Ada Mint',
    ]);
  });

  it('is one sentence in the list of chats', () => {
    expect(shown(stateOf()).title).toBe(
      '🔴 New critical alert from Shop probes for Ada Mint: Checkout answers slowly',
    );
  });

  it('breaks lines as DingTalk wants them broken', () => {
    expect(shown(stateOf(), MARKDOWN).text).toContain(
      '**Source** Shop probes  \n**Severity** Critical · P1  \n',
    );
  });

  it('quotes the description with its lines', () => {
    const state = stateOf({ alert: { description: 'one\n  two' } });
    expect(shown(state).text).toContain('> one  \n> \u00a0\u00a0two');
  });

  it('shows images as links: DingTalk cannot reach every address', () => {
    const images = [{ src: 'https://graphs.internal/1.png', alt: 'p99' }];
    expect(shown(stateOf({ alert: { images } })).text).toContain(
      '[🖼 p99](https://graphs.internal/1.png)',
    );
  });

  it('opens links in the browser where the destination asks for it', () => {
    const own = { messageType: 'markdown', openInBrowser: true };
    const { text } = shown(stateOf(), { own });
    expect(text).not.toMatch(/\]\(https?:/);
    expect(linksIn(text)[0]?.href).toBe(OPENS.actionURL);
    expect(messageFlaws(draw(stateOf(), { own: { openInBrowser: true } }).payload)).toEqual([]);
  });
});

describe('the type of a message', () => {
  const mentions = ['13800138000'];

  it.each([
    [{}, 'actionCard'],
    [{ mentions }, 'markdown'],
    [{ mentions, silent: true }, 'actionCard'],
    [{ own: { messageType: 'markdown' } }, 'markdown'],
    [{ mentions, own: { messageType: 'actionCard' } }, 'actionCard'],
    [{ own: { messageType: 'nonsense' } }, 'actionCard'],
  ] as [RenderOptions, string][])('with %j is %s', (options, type) =>
    expect(typeOf(stateOf(), options)).toBe(type),
  );

  it('says so where an ActionCard cannot mention', () => {
    const { pings, dropped } = draw(stateOf(), { ...CARD, mentions: ['13800138000', 'all'] });
    expect(pings).toEqual([]);
    expect(dropped).toEqual(['2 mentions']);
  });
});

describe('mentions', () => {
  it('stand in `at` and in the text', () => {
    const { payload } = draw(stateOf(), { mentions: ['13800138000', 'user_7', 'all'] });
    expect(payload.at).toEqual({
      atMobiles: ['13800138000'],
      atUserIds: ['user_7'],
      isAtAll: true,
    });
    expect(mentionsIn(shownOf(payload).text)).toEqual(['@13800138000', '@user_7', '@所有人']);
  });

  it.each([
    ['138 0013 8000', '13800138000'],
    ['+86 138-0013-8000', '13800138000'],
    ['86-13800138000', '13800138000'],
    ['@13800138000', '13800138000'],
    ['+971-501234567', '+971-501234567'],
    ['+971 501234567', '+971501234567'],
  ])('know %s as a mobile number', (written, number) => {
    const { payload } = draw(stateOf(), { mentions: [written] });
    expect(payload.at).toMatchObject({ atMobiles: [number], atUserIds: [] });
  });

  it.each(['manager7', '0123456', 'a.b-c_d@e'])('know %s as a user ID', (id) => {
    expect(draw(stateOf(), { mentions: [id] }).payload.at).toMatchObject({ atUserIds: [id] });
  });

  it('keep telephone numbers out of the receipt', () => {
    const { pings, dropped } = draw(stateOf(), {
      mentions: ['13800138000', '+971-501234567', '1380013800012345 x'],
    });
    expect(pings).toEqual(['138****8000', '+971****4567']);
    expect(dropped).toEqual(['mention “138****2345 x”: not an ID that DingTalk knows']);
  });
});

describe('a keyword', () => {
  const withKeyword = (keyword: unknown, state = stateOf()) => shown(state, { own: { keyword } });

  it('stands in the text letter by letter, whatever it is made of', () => {
    for (const keyword of ['On-Call', '[告警]', '*a_b*', '#1']) {
      expect(withKeyword(keyword).text.split('\n\n').at(-1)).toBe(keyword);
      const plain = dingtalk.renderText('x'.repeat(10_000), { own: { keyword } }).payload;
      expect(shownOf(plain).text).toContain(keyword);
      expect(shownOf(plain).text.length).toBeLessThanOrEqual(4000);
    }
  });

  it('is not repeated where the text holds it already', () => {
    expect(withKeyword('Checkout').text).toBe(shown(stateOf()).text);
  });

  it('stands there also where space is short', () => {
    const description = '数据库'.repeat(5000);
    const labels = Object.fromEntries(
      Array.from({ length: 500 }, (_, i) => [`label-${i}`, '告警'.repeat(500)]),
    );
    const { text } = withKeyword('[K]', stateOf({ alert: { description, labels } }));
    expect(text).toContain('[K]');
  });

  it.each([undefined, '', ' ', 7, null])('%j is none', (keyword) =>
    expect(withKeyword(keyword).text).toBe(shown(stateOf()).text),
  );
});

describe('whatever an alert holds', () => {
  it.each(Object.entries(HOSTILE))('%s: every link leads where it says', (_, text) => {
    for (const { href, label } of linksIn(shown(alertFullOf(text), MARKDOWN).text)) {
      const named = /https?:\/\/([^/?#\s]+)/.exec(label)?.[1];
      if (named !== undefined) expect(label).toContain(new URL(href).host);
    }
  });

  const own = fc.record({
    messageType: fc.constantFrom('auto', 'markdown', 'actionCard'),
    keyword: fc.constantFrom('', 'alert', '告警'),
    openInBrowser: fc.boolean(),
  });
  const text = fc.oneof(
    fc.constantFrom(...HOSTILE_TEXTS),
    fc.string({ unit: 'binary', maxLength: 60 }),
  );

  it('is a message DingTalk takes, for any texts', () => {
    const shape = [
      text,
      fc.constantFrom(...EVENT_TYPES),
      fc.constantFrom('full', 'compact'),
    ] as const;
    fc.assert(
      fc.property(...shape, own, fc.boolean(), (raw, type, layout, own, calls) => {
        const state = alertFullOf(raw);
        const options = { layout, own, mentions: calls ? ['13800138000'] : [] } as RenderOptions;
        const { payload, size, pings } = draw(
          { ...state, latest: { ...state.latest, type } },
          options,
        );
        expect(messageFlaws(payload)).toEqual([]);
        expect(JSON.parse(JSON.stringify(payload))).toEqual(payload);
        expect(size.used).toBe(new TextEncoder().encode(JSON.stringify(payload)).length);
        expect(size.used).toBeLessThanOrEqual(size.limit);
        expect(mentionsIn(shownOf(payload).text)).toEqual(pings.length > 0 ? ['@13800138000'] : []);
      }),
      { numRuns: 300 },
    );
  });
});

describe('when space is short', () => {
  const huge = stateOf(
    {
      alert: {
        description: '& '.repeat(5000),
        labels: Object.fromEntries(
          Array.from({ length: 500 }, (_, i) => [`label-${i}`, '<'.repeat(500)]),
        ),
        links: Array.from({ length: 20 }, (_, i) => ({
          text: `Graph ${i}`,
          href: `https://graphs.example.com/${'d'.repeat(400)}/${i}`,
        })),
      },
    },
    {
      timeline: Array.from({ length: 100 }, () => entryOf('escalated', { to: ['数'.repeat(90)] })),
    },
  );

  it.each([MARKDOWN, CARD])('labels go first and the way to the alert last: %j', (options) => {
    const { payload, dropped, size } = draw(huge, options);
    expect(size.used).toBeLessThanOrEqual(size.limit);
    expect(messageFlaws(payload)).toEqual([]);
    expect(dropped).toContain('500 labels');
    expect(JSON.stringify(payload)).toContain('Open in ilert');
    expect(JSON.stringify(payload)).toContain('**Source**');
  });

  it('begins no list where it counts what is missing', () => {
    expect(shown(huge, MARKDOWN).text).not.toMatch(/^\+ /m);
  });
});

describe('a plain message', () => {
  it('is data: nothing in it pings or formats, addresses can be clicked', () => {
    const { payload } = dingtalk.renderText('@所有人 **hi** https://a.example/x', {});
    expect(messageFlaws(payload)).toEqual([]);
    expect(linksIn(shownOf(payload).text)).toHaveLength(1);
  });

  it('mentions whom the destination allows', () => {
    const { payload, pings } = dingtalk.renderText('Hello', { mentions: ['user7'] });
    expect(shownOf(payload).text).toBe('Hello\n\n@user7');
    expect(pings).toEqual(['user7']);
  });
});
