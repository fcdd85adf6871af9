import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { buildCard } from '../../../core/alert/build-card';
import type { CardAction } from '../../../core/alert/card';
import { CAPABILITIES } from '../../../core/alert/event';
import { type ButtonRules, withButtons } from '../../../core/answers/buttons';
import { render } from '../../../core/chat/mattermost/render';
import type { TransportId } from '../../../core/chat/platform';
import { action as actionShape } from '../../../sandbox/mattermost/actions';
import { stateOf } from '../card/alerts';
import { HOSTILE_TEXTS } from './hostile-text';
import { linksIn, mentionsIn } from './mattermost-rules';

type Json = Readonly<Record<string, unknown>>;

const NOW = Date.UTC(2026, 2, 1);
const keys = { key: 'a key that nobody could ever guess, 1' };
const ADDRESS = 'https://flows.example.com/webhook/mattermost';
const state = stateOf({ capabilities: [...CAPABILITIES] });
const rules: ButtonRules = {
  keys,
  way: 'callback',
  actions: CAPABILITIES,
  address: ADDRESS,
  own: [{ name: 'Page the database team', style: 'danger', confirm: 'Really wake them?' }],
};
const cardWith = (more: Partial<ButtonRules> = {}, of = state) =>
  withButtons(buildCard(of), of, { ...rules, ...more }, { destination: 'd' }, NOW);

const action = (more: Partial<CardAction> = {}): CardAction => ({
  ...{ id: 'own1', label: 'Page Ada', style: 'default', token: 'to.ken', callback: ADDRESS },
  ...more,
});

const drawn = (actions: readonly CardAction[] = [], via?: TransportId, card = buildCard(state)) => {
  const rendered = render({ ...card, actions }, {}, via);
  const { props } = rendered.payload;
  const found =
    via === 'bot' ? (props as Json | undefined)?.attachments : rendered.payload.attachments;
  const attachments = (found ?? []) as Json[];
  return { ...rendered, attachments, buttons: (attachments.at(-1)?.actions ?? []) as Json[] };
};

describe.each(['webhook', 'bot'] as const)('the buttons of a card by %s', (via) => {
  const { actions = [] } = cardWith();
  const { buttons, attachments, dropped, size } = drawn(actions, via);

  it('stand below everything', () => {
    expect(buttons.map(({ id, type }) => `${type} ${id}`)).toEqual([
      'button accept',
      'button resolve',
      'select snooze',
      'button escalate',
      'button own1',
    ]);
    for (const one of attachments.slice(0, -1)) expect(one.actions).toBeUndefined();
    expect(dropped.join()).not.toMatch(/button/);
    expect(size.used).toBeLessThan(size.limit);
  });

  it('are what the server takes', () => {
    for (const one of buttons) expect(actionShape.safeParse(one).error).toBeUndefined();
  });

  it('tell the server where clicks go, and what proves them', () => {
    expect(buttons[0]).toEqual({
      id: 'accept',
      name: 'Accept',
      type: 'button',
      style: 'primary',
      integration: { url: ADDRESS, context: { token: actions[0].token } },
    });
    expect(buttons[2]).toMatchObject({
      integration: { context: { argument: 'minutes' } },
      options: [{ text: '30 minutes', value: '30' }, {}, {}, {}],
    });
    expect(buttons[4]).toMatchObject({
      style: 'danger',
      integration: { context: { confirm: 'Really wake them?' } },
    });
  });

  it('without an address there are none, and the preview says why', () => {
    const { actions: lost = [] } = cardWith({ address: undefined });
    const seen = drawn(lost, via);
    expect(seen.buttons).toEqual([]);
    expect(seen.dropped.at(-1)).toBe('5 buttons: nothing says where clicks are sent');
  });

  it('that lead to no web address are counted', () => {
    for (const callback of ['javascript:alert(1)', 'x', `https://a.example/${'x'.repeat(2001)}`]) {
      const seen = drawn([action({ callback })], via);
      expect([seen.buttons, seen.dropped.at(-1)]).toEqual([[], '1 button']);
    }
  });

  it('that open a page are links in the text', () => {
    const { actions: links = [] } = cardWith({ way: 'links' });
    const seen = drawn(links, via);
    expect(seen.buttons).toEqual([]);
    const shown = seen.attachments.flatMap(({ text }) => linksIn(String(text ?? '')));
    expect(shown.slice(-5).map(({ label }) => label)).toEqual([
      'Accept',
      'Resolve',
      'Snooze',
      'Escalate',
      'Page the database team',
    ]);
    expect(shown.at(-5)?.href).toBe(`${ADDRESS}?b=${links[0].token}`);
    const long = `https://a.example/${'x'.repeat(1600)}?b=to.ken`;
    expect(drawn([action({ href: long })], via).dropped.at(-1)).toBe('1 button');
  });

  it('stand alone where a card has no details', () => {
    const card = { ...buildCard(state), body: [] };
    const { attachments: all } = drawn([action()], via, card);
    expect(all).toMatchObject([{ color: expect.any(String), actions: [{ id: 'own1' }] }]);
  });

  it('that find no place are counted, and the message keeps to its size', () => {
    const many = Array.from({ length: 9 }, (_, i) =>
      action({ id: `own${i}`, token: 'x'.repeat(1400) }),
    );
    const seen = drawn(many, via);
    expect(seen.buttons.length).toBeGreaterThan(2);
    expect(seen.dropped).toContain(`${9 - seen.buttons.length} buttons`);
    expect(seen.size.used).toBeLessThanOrEqual(seen.size.limit);
  });

  it('not there, nothing is different', () => {
    const card = buildCard(state);
    expect(render({ ...card, actions: [] }, {}, via)).toEqual(render(card, {}, via));
  });
});

describe('words of buttons', () => {
  const sound = (text: string) => {
    const { buttons, payload } = drawn([
      action({ label: text, confirm: text }),
      action({ id: 'own2', label: text, href: 'https://example.com/?b=to.ken' }),
      action({
        id: 'own3',
        label: text,
        pick: { argument: 'minutes', choices: [{ value: '1', label: text }] },
      }),
    ]);
    for (const one of buttons) {
      expect(actionShape.safeParse(one).error).toBeUndefined();
      expect(one.name).not.toMatch(/\n|(?<![a-z0-9])[@＠][\p{L}\p{N}]|<[!@]/iu);
      expect([...String(one.name)].length).toBeLessThanOrEqual(60);
    }
    expect(buttons).toHaveLength(2);
    expect(mentionsIn(payload)).toEqual([]);
    expect(JSON.stringify(payload)).not.toMatch(/\\ud[89a-f]/);
  };

  it.each(HOSTILE_TEXTS.map((text) => [text]))('are only words: %j', (text) => sound(text));

  it('are only words, whatever they are', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 100 }), sound), { numRuns: 300 });
  });
});
