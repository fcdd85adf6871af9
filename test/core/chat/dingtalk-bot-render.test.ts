import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { buildCard } from '../../../core/alert/build-card';
import type { CardParams } from '../../../core/chat/dingtalk/card';
import { render, renderText } from '../../../core/chat/dingtalk/render';
import type { RenderOptions } from '../../../core/chat/platform';
import { entryOf, stateOf } from '../card/alerts';

const rendered = (changes: Parameters<typeof stateOf>[0] = {}, options: RenderOptions = {}) =>
  render(buildCard(stateOf(changes), options), options, 'bot');
const paramsOf = ({ payload }: { payload: unknown }) =>
  (payload as { cardData: { cardParamMap: CardParams } }).cardData.cardParamMap;

const NAMES = [
  ...['title', 'headline', 'status', 'severity', 'color', 'markdown', 'link', 'linkLabel'],
  ...['button1', 'button2', 'button3', 'button4', 'button5', 'lastUpdate'],
];
/** Of one person alone; sent only in answer to a press. */
const PRIVATE = 'notice';

describe('the variables of a card', () => {
  it('are texts, all there', () => {
    const params = paramsOf(rendered());
    expect(Object.keys(params)).toEqual(NAMES);
    expect(params).toMatchObject({
      title: '🔴 Checkout answers slowly',
      status: 'open',
      severity: 'critical',
      color: '#d92d20',
      link: 'https://acme.example.com/alerts/4711',
      button1: '{}',
      button5: '{}',
    });
    expect(params.markdown).toContain('p99 is 2.4 s');
    expect(params.headline).not.toBe('');
    expect(params.linkLabel).not.toBe('');
  });

  it('are never longer than DingTalk takes, whatever the alert says', () => {
    const text = fc.string({
      unit: fc.constantFrom('警', '🔥', '*', '\n', 'a', '"', '@'),
      maxLength: 3000,
    });
    fc.assert(
      fc.property(text, text, text, (title, description, label) => {
        const seen = rendered({
          alert: { title, description, labels: { [label]: description } },
        } as never);
        for (const value of Object.values(paramsOf(seen))) {
          expect(Buffer.byteLength(value)).toBeLessThanOrEqual(1024);
        }
        const { used, limit } = seen.size;
        expect(used).toBe(Buffer.byteLength(paramsOf(seen).markdown));
        expect(limit).toBe(1024);
      }),
      { numRuns: 60 },
    );
  });

  it('say what a long description lost, and keep the rest', () => {
    const seen = rendered({ alert: { description: '警'.repeat(3000) } });
    expect(paramsOf(seen).markdown).toContain('Shop on call');
    expect(paramsOf(seen).markdown).toContain('警警警');
    expect(seen.dropped).toContain('description cut at 200 characters');
    expect(rendered().dropped).toEqual([]);
  });

  it('have no link where there is none to send people to', () => {
    const seen = rendered({ alert: { url: 'javascript:alert(1)' } });
    expect(paramsOf(seen)).toMatchObject({ link: '', linkLabel: '' });
    expect(seen.dropped).toContain('link to the alert: not a usable web address');
  });
});

describe('the last update', () => {
  it('is the newest time the card tells of, or nothing', () => {
    const state = stateOf(
      {},
      {
        timeline: [
          entryOf('created', { occurredAt: '2026-03-01T02:12:00.000Z' }),
          entryOf('accepted', { occurredAt: '2026-03-01T02:16:00.000Z' }),
        ],
      },
    );
    const seen = render(buildCard(state, {}), {}, 'bot');
    expect(paramsOf(seen).lastUpdate).toBe('02:16');
    const { body: _body, ...card } = buildCard(state, {});
    expect(paramsOf(render({ ...card, body: [] }, {}, 'bot')).lastUpdate).toBe('');
  });
});

describe('who is called by a card', () => {
  it('is a member by user ID, or all', () => {
    const mentions = ['manager4101', '13800138000'];
    const seen = rendered({}, { mentions });
    expect(seen.payload.atUserIds).toEqual({ manager4101: 'manager4101' });
    expect(seen.pings).toEqual(['manager4101']);
    expect(seen.dropped).toHaveLength(1);
    const all = rendered({}, { mentions: ['all'] });
    expect(all.payload.atUserIds).toEqual({ '@ALL': '@ALL' });
    expect(rendered().payload).not.toHaveProperty('atUserIds');
  });

  it('hears nothing where the filter says so', () => {
    const seen = rendered({}, { mentions: ['manager4101'], silent: true });
    expect(seen.payload).not.toHaveProperty('atUserIds');
    expect(seen.payload.openSpaceModel).toMatchObject({ notification: { notificationOff: true } });
    expect(rendered().payload.openSpaceModel).toMatchObject({
      notification: { notificationOff: false },
    });
  });
});

describe('a plain message', () => {
  const said = (text: string, options: RenderOptions = {}) => renderText(text, options, 'bot');

  it('is Markdown of the robot, and its text is data', () => {
    const { payload, size } = said('Deploy *now* @all');
    expect(payload.msgKey).toBe('sampleMarkdown');
    const { title, text } = JSON.parse(String(payload.msgParam));
    expect(title).toContain('Deploy');
    expect(text).toContain('＊now＊');
    expect(text).not.toContain('@all');
    expect(size.used).toBe(Buffer.byteLength(JSON.stringify(payload)));
  });

  it('names nobody, and says so', () => {
    const { pings, dropped } = said('x', { mentions: ['manager4101'] });
    expect(pings).toEqual([]);
    expect(dropped).toHaveLength(1);
  });

  it('fits, and says where it was cut', () => {
    for (const text of ['警'.repeat(9000), '"\n'.repeat(9000), '']) {
      const { size, dropped } = said(text);
      expect(size.used).toBeLessThanOrEqual(15_000);
      expect(dropped).toHaveLength(text === '' ? 0 : 1);
    }
  });
});

describe('the template to import', () => {
  const docs = join(__dirname, '../../../docs');
  const template = JSON.parse(readFileSync(join(docs, 'dingtalk-card-template.json'), 'utf8'));
  const { variableList, schema } = JSON.parse(template.editorData);

  it('has exactly the variables of a card, as its instructions do', () => {
    expect(variableList.map(({ name }: { name: string }) => name)).toEqual([...NAMES, PRIVATE]);
    const text = readFileSync(join(docs, 'dingtalk-card.md'), 'utf8');
    expect([...text.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name)).toEqual([
      ...NAMES,
      PRIVATE,
    ]);
  });

  it('binds nothing else', () => {
    const tree = JSON.stringify(schema.componentsTree);
    const bound = [
      ...tree.matchAll(/\$\{(\w+)[.\w]*\}|"variable":"(\w+)\.\w+"|"variable":"(\w+)"/g),
    ].map(([, a, b, c]) => a ?? b ?? c);
    expect(bound.length).toBeGreaterThan(5);
    expect([...NAMES, PRIVATE]).toEqual(expect.arrayContaining([...new Set(bound)]));
  });
});
