import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { buildCard } from '../../../core/alert/build-card';
import type { CardAction } from '../../../core/alert/card';
import { CAPABILITIES } from '../../../core/alert/event';
import { type ButtonRules, withButtons } from '../../../core/answers/buttons';
import { usedButton, usedMenu } from '../../../core/chat/slack/control';
import { render } from '../../../core/chat/slack/render';
import { actions as actionsBlock } from '../../../sandbox/slack/blocks/actions';
import { repeatedId } from '../../../sandbox/slack/blocks/ids';
import { stateOf } from '../card/alerts';
import { HOSTILE_TEXTS } from './hostile-text';
import { textFlaws } from './slack-rules';

type Json = Readonly<Record<string, unknown>>;

const NOW = Date.UTC(2026, 2, 1);
const keys = { key: 'a key that nobody could ever guess, 1' };
const state = stateOf({ capabilities: [...CAPABILITIES] });
const rules: ButtonRules = {
  keys,
  way: 'callback',
  actions: CAPABILITIES,
  own: [{ name: 'Page the database team', style: 'danger', confirm: 'Really wake them?' }],
};
const place = { destination: 'd' };
const cardWith = (more: Partial<ButtonRules> = {}, of = state) =>
  withButtons(buildCard(of), of, { ...rules, ...more }, place, NOW);

const action = (more: Partial<CardAction> = {}): CardAction => ({
  ...{ id: 'own1', label: 'Page Ada', style: 'default', token: 'to.ken' },
  ...more,
});

const drawn = (actions: readonly CardAction[] = []) => {
  const rendered = render({ ...buildCard(state), actions }, {});
  const blocks = (rendered.payload.blocks as Json[]).filter(({ type }) => type === 'actions');
  const elements = blocks.flatMap((block) => block.elements as Json[]);
  return { ...rendered, blocks, elements };
};

describe('the buttons of a card', () => {
  const { actions = [] } = cardWith();
  const { elements, blocks, dropped, size } = drawn(actions);

  it('stand in one block, below what happened', () => {
    expect(blocks).toHaveLength(1);
    expect(elements.map(({ type, action_id }) => `${type} ${action_id}`)).toEqual([
      'button accept',
      'button resolve',
      expect.stringMatching(/^static_select minutes:/),
      'button escalate',
      'button own1',
    ]);
    expect(dropped.join()).not.toMatch(/button/);
    expect(size.used).toBeLessThan(size.limit);
  });

  it('are what Slack takes', () => {
    for (const block of blocks) expect(actionsBlock.safeParse(block).error).toBeUndefined();
    expect(repeatedId([blocks])).toBeUndefined();
  });

  it('carry their proof, in a menu in its name', () => {
    const [accept, , snooze] = elements;
    expect(accept).toMatchObject({ value: actions[0].token, style: 'primary' });
    expect(usedButton(String(accept.value))).toEqual({ token: actions[0].token, arguments: {} });
    expect(usedMenu(String(snooze.action_id), '30')).toEqual({
      token: actions[2].token,
      arguments: { minutes: '30' },
    });
  });

  it('ask first where that is wanted', () => {
    expect(elements.at(-1)).toMatchObject({
      style: 'danger',
      confirm: {
        title: { text: 'Page the database team' },
        text: { type: 'plain_text', text: 'Really wake them?' },
        confirm: { text: 'Page the database team' },
        deny: { text: 'Cancel' },
      },
    });
  });

  it('become one for each choice where a menu cannot carry the proof', () => {
    const token = `${'x'.repeat(250)}.y`;
    const choices = [30, 120].map((value) => ({ value: String(value), label: `${value} min` }));
    const menu = action({ id: 'snooze', token, pick: { argument: 'minutes', choices } });
    const seen = drawn([menu]).elements;
    expect(seen.map(({ type, action_id }) => [type, action_id])).toEqual([
      ['button', 'snooze1'],
      ['button', 'snooze2'],
    ]);
    expect(seen.map(({ value }) => usedButton(String(value)))).toEqual([
      { token, arguments: { minutes: '30' } },
      { token, arguments: { minutes: '120' } },
    ]);
  });

  it('open a page where they are links, with their proof or not at all', () => {
    const { actions: links } = cardWith({ way: 'links', address: 'https://flows.example.com/b' });
    const seen = drawn(links).elements;
    expect(seen[0]).toEqual({
      type: 'button',
      text: { type: 'plain_text', text: 'Accept', emoji: false },
      action_id: 'accept',
      url: `https://flows.example.com/b?b=${links?.[0].token}`,
      style: 'primary',
    });
    for (const href of [
      'javascript:alert(1)',
      '',
      `https://a.example/${'x'.repeat(3000)}?b=to.ken`,
    ]) {
      const lost = drawn([action({ href })]);
      expect([lost.elements, lost.dropped.at(-1)]).toEqual([[], '1 button']);
    }
  });

  it('stay where the details go', () => {
    const long = stateOf({
      capabilities: [...CAPABILITIES],
      alert: {
        description: 'd'.repeat(9000),
        labels: Object.fromEntries(
          Array.from({ length: 90 }, (_, i) => [`l${i}`, 'x'.repeat(110)]),
        ),
        links: Array.from({ length: 9 }, (_, i) => ({
          href: `https://e.example/${'y'.repeat(1400)}${i}`,
        })),
      },
    });
    const rendered = render(cardWith({}, long), {});
    expect(rendered.size.used).toBeLessThanOrEqual(rendered.size.limit);
    expect(JSON.stringify(rendered.payload)).toContain(
      String(cardWith({}, long).actions?.[0].token),
    );
  });

  it('that find no place are counted', () => {
    const many = Array.from({ length: 9 }, (_, i) =>
      action({ id: `own${i}`, token: 'x'.repeat(1400) }),
    );
    const seen = drawn(many);
    expect(seen.elements.length).toBeGreaterThan(2);
    expect(seen.dropped).toContain(`${9 - seen.elements.length} buttons`);
    expect(seen.size.used).toBeLessThanOrEqual(seen.size.limit);
  });

  it('not there, nothing is different', () => {
    const card = buildCard(state);
    expect(render({ ...card, actions: [] }, {})).toEqual(render(card, {}));
  });
});

describe('words of buttons', () => {
  const wordy = (text: string) => [
    action({ label: text, confirm: text, style: 'danger' }),
    action({ id: 'own2', label: text, href: 'https://example.com/?b=to.ken' }),
    action({
      id: 'own3',
      label: text,
      confirm: text,
      pick: { argument: 'minutes', choices: [{ value: '1', label: text }] },
    }),
  ];
  const sound = (text: string) => {
    const { blocks, elements, dropped } = drawn(wordy(text));
    expect(elements.length + Number(/^\d+/.exec(dropped.at(-1) ?? '0'))).toBeGreaterThanOrEqual(3);
    for (const block of blocks) expect(actionsBlock.safeParse(block).error).toBeUndefined();
    expect(repeatedId([blocks])).toBeUndefined();
    for (const shown of textsIn(elements)) {
      expect(textFlaws('text', shown)).toEqual([]);
      expect(shown).not.toMatch(/[<>\n]|:[a-z+]+:/);
    }
  };

  it.each(HOSTILE_TEXTS.map((text) => [text]))('are only words: %j', (text) => sound(text));

  it('are only words, whatever they are', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 100 }), sound), { numRuns: 300 });
  });
});

describe('proofs of any length', () => {
  it('keep to the limits of Slack, and come back as they went', () => {
    const token = fc.stringMatching(/^[\w-]{1,1450}\.[\w-]{22}$/);
    const values = fc.array(fc.string({ maxLength: 90 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(token, values, (proof, all) => {
        const choices = all.map((value) => ({ value, label: 'x' }));
        const { blocks, elements } = drawn([
          action({ token: proof, pick: { argument: 'minutes', choices } }),
        ]);
        for (const block of blocks) expect(actionsBlock.safeParse(block).error).toBeUndefined();
        for (const [at, { type, action_id, value }] of elements.entries()) {
          const used =
            type === 'button'
              ? usedButton(String(value))
              : usedMenu(String(action_id), all[at] ?? '');
          expect(used?.token).toBe(proof);
          if (type === 'button')
            expect(used?.arguments).toEqual({ minutes: all[at].toWellFormed() });
        }
      }),
      { numRuns: 500 },
    );
  });
});

const textsIn = (value: unknown): string[] => {
  if (typeof value !== 'object' || value === null) return [];
  const own = (value as Json).type === 'plain_text' ? [String((value as Json).text)] : [];
  return [...own, ...Object.values(value).flatMap(textsIn)];
};
