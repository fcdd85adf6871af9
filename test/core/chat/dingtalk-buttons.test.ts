import { describe, expect, it } from '@jest/globals';
import { buildCard } from '../../../core/alert/build-card';
import type { CardAction } from '../../../core/alert/card';
import { CAPABILITIES } from '../../../core/alert/event';
import { withButtons } from '../../../core/answers/buttons';
import { render } from '../../../core/chat/dingtalk/render';
import type { RenderOptions } from '../../../core/chat/platform';
import { stateOf } from '../card/alerts';
import { messageFlaws, shownOf } from './dingtalk-rules';
import { HOSTILE_TEXTS } from './hostile-text';

const NOW = Date.UTC(2026, 2, 1);
const keys = { key: 'a key that nobody could ever guess, 1' };
const state = stateOf({ capabilities: [...CAPABILITIES], alert: { links: [] } } as never);
const plain = buildCard(state);
const place = { destination: 'd', channel: 'cid6KeBBLoveMJOGXoYKF5x7EeiodoA==' };
const rules = { keys, actions: CAPABILITIES };
const callbacks =
  withButtons(plain, state, { ...rules, way: 'callback' }, place, NOW).actions ?? [];
const address = 'https://flows.example.com/webhook/b';
const links =
  withButtons(plain, state, { ...rules, way: 'links', address }, place, NOW).actions ?? [];

const action = (more: Partial<CardAction> = {}): CardAction => ({
  ...{ id: 'own1', label: 'Page Ada', style: 'default', token: 'to.ken' },
  ...more,
});

describe('buttons of a card', () => {
  const drawn = (actions: readonly CardAction[], options: RenderOptions = {}) => {
    const rendered = render({ ...plain, actions }, options, 'bot');
    const { cardData } = rendered.payload as { cardData: { cardParamMap: Record<string, string> } };
    const params = cardData.cardParamMap;
    const names = ['button1', 'button2', 'button3', 'button4', 'button5'];
    return { ...rendered, params, buttons: names.map((name) => JSON.parse(params[name])) };
  };

  it('have a variable each, and one for each choice', () => {
    const { buttons, dropped, params } = drawn(callbacks);
    expect(buttons.map(({ text }) => text)).toEqual([
      ...['Accept', 'Resolve', 'Snooze: 30 minutes', 'Snooze: 2 hours', 'Escalate'],
    ]);
    const [accept, , half, two] = buttons;
    const token = callbacks[0].token;
    expect(accept).toEqual({
      id: 'accept',
      text: 'Accept',
      color: 'blue',
      url: '',
      params: { token },
    });
    expect(half.params).toMatchObject({ minutes: '30', token: two.params.token });
    expect(new Set(buttons.map(({ id }) => id)).size).toBe(5);
    expect(dropped).not.toContainEqual(expect.stringContaining('button'));
    for (const value of Object.values(params)) {
      expect(Buffer.byteLength(value)).toBeLessThanOrEqual(1024);
    }
  });

  it('are empty where there are none, so that an update takes them away', () => {
    expect(drawn([]).buttons).toEqual([{}, {}, {}, {}, {}]);
    expect(drawn([]).payload).toEqual(render(plain, {}, 'bot').payload);
  });

  it('open pages, whole or not at all', () => {
    const { buttons } = drawn(links);
    expect(buttons[0]).toMatchObject({ text: 'Accept', params: {}, url: links[0].href });
    const long = `${address}?x=${'x'.repeat(600)}&b=to.ken`;
    const { dropped, buttons: without } = drawn([action({ href: long })]);
    expect(without[0]).toEqual({});
    expect(dropped).toContain('1 button');
  });

  it('too long for their variable are missed, not sent', () => {
    const { buttons, dropped } = drawn([
      action({ token: 'x'.repeat(1100) }),
      action({ id: 'own2' }),
    ]);
    expect(buttons[0]).toMatchObject({ id: 'own2' });
    expect(dropped).toContain('1 button');
  });

  it('are five at most', () => {
    const many = Array.from({ length: 7 }, (_, at) => action({ id: `own${at}` }));
    expect(drawn(many).dropped).toContain('2 buttons');
  });

  it('say on which way they answer', () => {
    expect(drawn(callbacks).payload).not.toHaveProperty('callbackType');
    const http = drawn(callbacks, { own: { cardCallback: 'http' } });
    expect(http.payload).toMatchObject({ callbackType: 'HTTP' });
  });

  it.each(HOSTILE_TEXTS.map((text) => [text]))('have words that are only words: %j', (label) => {
    const { buttons, params } = drawn([action({ label })]);
    expect(buttons[0].text).toMatch(/./u);
    expect(buttons[0].text).not.toMatch(/[@＠](?!\u200b)|\n|dtmd:\S/);
    expect(Buffer.byteLength(params.button1)).toBeLessThanOrEqual(1024);
  });
});

describe('buttons of a message', () => {
  const drawn = (actions: readonly CardAction[], options: RenderOptions = {}) => {
    const rendered = render({ ...plain, actions }, options, 'webhook');
    expect(messageFlaws(rendered.payload)).toEqual([]);
    return { ...rendered, ...shownOf(rendered.payload) };
  };

  it('stand before the way to the alert', () => {
    const { buttons, payload } = drawn(links);
    expect(payload.msgtype).toBe('actionCard');
    expect(buttons.map(({ title }) => title)).toEqual([
      ...['Accept', 'Resolve', 'Snooze', 'Escalate', 'Open in ilert'],
    ]);
    expect(buttons[0]?.actionURL).toBe(links[0].href);
  });

  it('keep their proof where links open in the browser', () => {
    const { buttons } = drawn(links, { own: { openInBrowser: true } });
    expect(decodeURIComponent(buttons[0].actionURL)).toContain(links[0].token);
  });

  it('are links where people are mentioned', () => {
    const { text, payload, pings } = drawn(links, { mentions: ['all'] });
    expect(payload.msgtype).toBe('markdown');
    expect(pings).toEqual(['all']);
    expect(text.trim().split('\n').at(-1)).toContain(`[Accept](${links[0].href})`);
  });

  it('that would have to call back are missed', () => {
    const { dropped, buttons } = drawn(callbacks);
    expect(buttons).toHaveLength(1);
    expect(dropped).toContain('4 buttons');
  });

  it.each(HOSTILE_TEXTS.map((text) => [text]))('have words that are only words: %j', (label) => {
    const one = action({ label, href: `${address}?b=to.ken` });
    drawn([one]);
    drawn([one], { mentions: ['all'] });
  });

  it('none, no change', () => {
    for (const own of [{}, { messageType: 'markdown' }]) {
      expect(drawn([], { own }).payload).toEqual(render(plain, { own }, 'webhook').payload);
    }
  });
});
