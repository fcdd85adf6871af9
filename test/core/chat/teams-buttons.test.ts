import { describe, expect, it } from '@jest/globals';
import { buildCard } from '../../../core/alert/build-card';
import type { CardAction } from '../../../core/alert/card';
import { CAPABILITIES } from '../../../core/alert/event';
import { withButtons } from '../../../core/answers/buttons';
import type { TransportId } from '../../../core/chat/platform';
import { render } from '../../../core/chat/teams/render';
import { stateOf } from '../card/alerts';
import { HOSTILE_TEXTS } from './hostile-text';
import { cardFlaws, objectsOf, type TeamsMessage } from './teams-rules';

type Json = Readonly<Record<string, unknown>>;

const NOW = Date.UTC(2026, 2, 1);
const keys = { key: 'a key that nobody could ever guess, 1' };
const state = stateOf({ capabilities: [...CAPABILITIES], alert: { links: [] } } as never);
const rules = { keys, actions: CAPABILITIES, note: true };
const place = { destination: 'd' };

const drawn = (actions: readonly CardAction[], via: TransportId, card = buildCard(state)) => {
  const rendered = render({ ...card, actions }, {}, via);
  const { content } = (rendered.payload as unknown as TeamsMessage).attachments[0];
  return { ...rendered, content, actions: (content.actions ?? []) as unknown as Json[] };
};

const callbacks = withButtons(buildCard(state), state, { ...rules, way: 'callback' }, place, NOW);
const links = withButtons(
  buildCard(state),
  state,
  { ...rules, way: 'links', address: 'https://flows.example.com/webhook/b' },
  place,
  NOW,
);

const action = (more: Partial<CardAction> = {}): CardAction => ({
  ...{ id: 'own1', label: 'Page Ada', style: 'default', token: 'to.ken' },
  ...more,
});

describe('buttons of a bot', () => {
  const { content, actions, dropped, size } = drawn(callbacks.actions ?? [], 'bot');

  it('stand before the way to the alert', () => {
    expect(actions.map(({ type, title }) => [type, title])).toEqual([
      ['Action.Execute', 'Accept'],
      ['Action.ShowCard', 'Resolve'],
      ['Action.ShowCard', 'Snooze'],
      ['Action.Execute', 'Escalate'],
      ['Action.OpenUrl', expect.any(String)],
    ]);
    expect(dropped).not.toContainEqual(expect.stringContaining('button'));
    expect(size.used).toBeLessThan(size.limit);
    expect(content.version).toBe('1.5');
  });

  it('are what Microsoft’s reader takes', () => expect(cardFlaws(content)).toEqual([]));

  it('carry their proof, also for clients that know no Action.Execute', () => {
    const [accept] = actions;
    const token = callbacks.actions?.[0].token;
    expect(accept).toMatchObject({
      verb: 'accept',
      data: { token },
      style: 'positive',
      fallback: { type: 'Action.Submit', title: 'Accept', data: { token } },
    });
  });

  it('ask for what is picked or typed below the card, each under a name of its own', () => {
    const inputs = objectsOf(actions).filter(({ type }) => /^Input\./.test(String(type)));
    expect(inputs).toMatchObject([
      { type: 'Input.Text', id: 'note_resolve' },
      { type: 'Input.ChoiceSet', id: 'minutes_snooze', value: '30' },
    ]);
  });

  it('ask first where that is wanted', () => {
    const [asked] = drawn([action({ confirm: 'Really?' })], 'bot').actions;
    expect(asked).toMatchObject({
      type: 'Action.ShowCard',
      card: {
        body: [{ inlines: [{ text: 'Really?' }] }],
        actions: [{ type: 'Action.Execute', title: 'Page Ada' }],
      },
    });
  });

  it('leave no more than six with the link, and say what is missing', () => {
    const seven = Array.from({ length: 7 }, (_, at) => action({ id: `own${at}` }));
    const seen = drawn(seven, 'bot');
    expect(seen.actions).toHaveLength(6);
    expect(seen.dropped).toContain('2 buttons');
  });

  it('take the place of other links, which become a line', () => {
    const all = Array.from({ length: 5 }, (_, at) => ({
      href: `https://example.com/${at}`,
      text: `Link ${at}`,
    }));
    const card = buildCard(stateOf({ alert: { links: all } } as never));
    const seen = drawn(callbacks.actions ?? [], 'bot', card);
    expect(seen.actions).toHaveLength(6);
    expect(JSON.stringify(seen.content.body)).toContain('https://example.com/4');
  });
});

describe('buttons of a workflow', () => {
  it('open a page each', () => {
    const { actions, content } = drawn(links.actions ?? [], 'webhook');
    expect(actions.map(({ type }) => type)).toEqual(Array(5).fill('Action.OpenUrl'));
    expect(actions[0].url).toContain(`b=${links.actions?.[0].token}`);
    expect(cardFlaws(content)).toEqual([]);
  });

  it('that would have to call back are not there, and missed', () => {
    const { actions, dropped } = drawn(callbacks.actions ?? [], 'webhook');
    expect(actions.map(({ type }) => type)).toEqual(['Action.OpenUrl']);
    expect(dropped).toContain('4 buttons');
  });

  it('lead nowhere where the address lost its proof, or is none', () => {
    const bad = ['javascript:alert(1)', `https://example.com/?x=${'x'.repeat(1600)}&b=to.ken`, ''];
    for (const href of bad) expect(drawn([action({ href })], 'webhook').actions).toHaveLength(1);
  });
});

describe('words of buttons', () => {
  it.each(HOSTILE_TEXTS.map((text) => [text]))('are only words: %j', (text) => {
    const choices = [{ value: '1', label: text }];
    const all = [
      action({ label: text }),
      action({ id: 'own2', label: text, href: 'https://example.com/?b=to.ken' }),
      action({
        id: 'own3',
        label: text,
        confirm: text,
        note: { argument: 'note', label: text },
        pick: { argument: 'minutes', choices },
      }),
    ];
    const { content, actions } = drawn(all, 'bot');
    expect(cardFlaws(content)).toEqual([]);
    expect(actions).toHaveLength(4);
    for (const { title = 'x', placeholder = '' } of objectsOf(actions)) {
      expect(`${title}${placeholder}`).not.toMatch(/<\/?at\b|\{\{|\$\{|\n/i);
      expect(title).not.toBe('');
      expect(String(title).length).toBeLessThanOrEqual(60);
    }
  });
});

it('no buttons, no change', () => {
  const card = buildCard(state);
  for (const via of ['webhook', 'bot'] as const) {
    expect(render({ ...card, actions: [] }, {}, via)).toEqual(render(card, {}, via));
  }
});
