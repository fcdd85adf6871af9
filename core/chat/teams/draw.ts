import type { CardNode, Fact } from '../../alert/card';
import type { Image, Link } from '../../alert/event';
import type { Sentences } from '../../i18n/index';
import { countMissing, joinParts } from '../join';
import type { Piece } from '../shed';
import * as limits from './limits';
import { clock, codeBlock, line, link, markdown, moment, paragraphs, spans } from './text';

export type Block = Readonly<Record<string, unknown>>;
type Draw<Kind extends CardNode['kind']> = (
  node: Extract<CardNode, { kind: Kind }>,
  s: Sentences,
  layout: 'full' | 'compact',
) => Omit<Piece<Block>, 'shed'>;

const SMALL = { size: 'Small', isSubtle: true };
const FIXED = { fontType: 'Monospace', size: 'Small' };

/** https://adaptivecards.io/explorer/Action.OpenUrl.html: the only action a webhook card can have. */
export const openUrl = (title: string, url: string): Block => ({
  type: 'Action.OpenUrl',
  title,
  url,
});

const run = (text: string, look: Block = {}): Block => ({ type: 'TextRun', text, ...look });
const linkRun = (text: string, url: string, look: Block = {}): Block =>
  run(text, { ...look, selectAction: openUrl(text, url) });

/** Its runs are shown as they are: no markdown, and always wrapped. */
const rich = (inlines: readonly Block[], more: Block = {}): Block => ({
  type: 'RichTextBlock',
  inlines,
  ...more,
});
export const rawText = (text: string, look: Block = {}, more: Block = {}): Block =>
  rich([run(text, look)], more);

/** Reads markdown, functions and mentions: nothing untrusted stands here unescaped. */
export const textBlock = (text: string, more: Block = {}): Block => ({
  type: 'TextBlock',
  text,
  wrap: true,
  ...more,
});

/** Text people wrote, in which web addresses can be clicked. */
export const prose = (written: string): Block =>
  rich(spans(written).map(({ text, url }) => (url ? linkRun(text, url) : run(text))));

const NOTHING = '–';

const factOf = (title: string, value: string): Block => ({ title, value: value || NOTHING });

const facts: Draw<'facts'> = ({ facts: all }, s, layout) => {
  const name = ({ label }: Fact) => markdown(label, limits.FACT_LABEL).text;
  const value = (fact: Fact) =>
    fact.at === undefined ? markdown(fact.value, limits.FACT_VALUE).text : moment(fact);
  const inLine = () =>
    textBlock(all.map((fact) => `${name(fact)}: **${value(fact) || NOTHING}**`).join(' · '), SMALL);
  const table = () => ({
    type: 'FactSet',
    facts: all.map((fact) => factOf(name(fact), value(fact))),
  });
  return {
    blocks: [layout === 'full' ? table() : inLine()],
    dropped: [],
    lost: s.dropped.facts({ count: all.length }),
  };
};

const text: Draw<'text'> = ({ text: raw, preformatted }, s) => {
  const limit = limits.DESCRIPTION;
  const written = preformatted ? codeBlock(raw, limit) : paragraphs(raw, limit);
  const log = () => ({
    type: 'Container',
    style: 'emphasis',
    items: [rawText(written.text, FIXED)],
  });
  return {
    blocks: [preformatted ? log() : prose(written.text)],
    dropped: written.cut ? [s.dropped.descriptionCut({ at: limit })] : [],
    lost: s.dropped.description,
  };
};

const labels: Draw<'labels'> = ({ labels: all, more }, s) => {
  const parts = all.map(({ label, value: raw }) => {
    const name = line(label, limits.LABEL_NAME).text;
    const own = line(raw, limits.LABEL_VALUE).text;
    return own === '' ? name || NOTHING : `${name}: ${own}`;
  });
  const joined = joinParts(parts, '  ·  ', all.length + more, limits.LIST, s);
  return {
    blocks: [rawText(joined.text, { ...FIXED, isSubtle: true })],
    dropped: countMissing(joined.missing, s.dropped.labels),
    lost: s.dropped.labels({ count: all.length + more }),
  };
};

/** Lines and no FactSet: beside a long sentence its left half breaks `2:16 AM` in two. */
const timeline: Draw<'timeline'> = ({ entries, more }, s) => {
  const told = entries.map(({ text: raw, time }) => {
    const sentence = markdown(raw, limits.MOMENT).text;
    return time ? `**${clock(time)}** ${sentence}` : sentence;
  });
  const earlier = more > 0 ? [markdown(s.andEarlier({ count: more }), limits.MOMENT).text] : [];
  const heading = textBlock(s.section.timeline, { ...SMALL, weight: 'Bolder' });
  const lines = [...earlier, ...told].map((one) =>
    textBlock(one, { size: 'Small', spacing: 'Small' }),
  );
  return {
    blocks: [heading, ...lines],
    dropped: countMissing(more, s.dropped.timeline),
    lost: s.dropped.timeline({ count: entries.length + more }),
  };
};

/** The first as buttons beside the alert's own, the rest in a line; one without words is its address. */
const links: Draw<'links'> = ({ links: all, more }, s) => {
  const buttons = linked(all.slice(0, limits.ACTIONS - 1), limits.BUTTON);
  const others = linked(all.slice(limits.ACTIONS - 1), limits.LINK_LABEL);
  const missing = all.length + more - buttons.length - others.length;
  return {
    blocks: [
      ...buttons.map(({ label, url }) => openUrl(label, url)),
      ...linkLine(others.map(({ label, url }) => linkRun(label, url))),
    ],
    dropped: countMissing(missing, s.dropped.links),
    lost: s.dropped.links({ count: all.length + more }),
  };
};

/** Images are linked: Teams shows a gap for one it cannot fetch, as from behind a firewall. */
const images: Draw<'images'> = ({ images: all, more }, s) => {
  const asLink = ({ src, alt }: Image): Link => ({
    href: src,
    text: `🖼 ${alt ?? s.section.image}`,
  });
  const found = linked(all.map(asLink), limits.LINK_LABEL);
  return {
    blocks: linkLine(found.map(({ label, url }) => linkRun(label, url))),
    dropped: countMissing(all.length + more - found.length, s.dropped.images),
    lost: s.dropped.images({ count: all.length + more }),
  };
};

const linked = (all: readonly Link[], limit: number) =>
  all.flatMap(({ href, text: label }) => link(href, label ?? href, limit) ?? []);

const linkLine = (runs: readonly Block[]): readonly Block[] =>
  runs.length === 0
    ? []
    : [rich(runs.flatMap((one, index) => (index === 0 ? [one] : [run('  ·  '), one])))];

/** The link to the alert is not repeated here: it is the first button. */
const footer: Draw<'footer'> = ({ parts }, s) => {
  const shown = parts
    .filter(({ href }) => href === undefined)
    .map((part) =>
      part.at === undefined ? markdown(part.value, limits.FACT_VALUE).text : moment(part),
    )
    .filter((part) => part !== '');
  return {
    blocks: shown.length === 0 ? [] : [textBlock(shown.join(' · '), SMALL)],
    dropped: [],
    lost: s.dropped.footer,
  };
};

const DRAW = { facts, text, labels, timeline, links, images, footer } as {
  readonly [Kind in CardNode['kind']]: Draw<Kind>;
};

/** One node of a card as Adaptive Card elements and actions, and what is missing in them. */
export const draw = (node: CardNode, s: Sentences, layout: 'full' | 'compact'): Piece<Block> => {
  const drawNode = DRAW[node.kind] as Draw<typeof node.kind>;
  return { shed: node.shed, ...drawNode(node as never, s, layout) };
};
