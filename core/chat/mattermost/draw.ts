import type { CardNode, Fact, Value } from '../../alert/card';
import type { Image, Link } from '../../alert/event';
import type { Sentences } from '../../i18n/index';
import { countMissing, joinParts } from '../join';
import type { Piece } from '../shed';
import * as limits from './limits';
import { codeBlock, inlineCode, line, link, paragraphs, plainText } from './text';

/** One part of an attachment: fields, a paragraph of its text, or its small print. */
export type Part =
  | { readonly fields: readonly Field[] }
  | { readonly text: string }
  | { readonly footer: string };

export interface Field {
  readonly title: string;
  readonly value: string;
  /** Two of them stand side by side. */
  readonly short: true;
}

type Draw<Kind extends CardNode['kind']> = (
  node: Extract<CardNode, { kind: Kind }>,
  s: Sentences,
  layout: 'full' | 'compact',
) => Omit<Piece<Part>, 'shed'>;

const join = (parts: readonly string[], separator: string, all: number, s: Sentences) =>
  joinParts(parts, separator, all, limits.SECTION, s);

const valueText = (value: string): string => line(value, limits.FACT_VALUE).text;
const linkOf = ({ href, text }: Link): string | undefined =>
  link(href, text ?? href, limits.LINK_LABEL);

const facts: Draw<'facts'> = ({ facts: all }, s, layout) => {
  const shown = all.slice(0, limits.FIELDS);
  const name = ({ label }: Fact) => line(label, limits.FACT_LABEL).text;
  const fields = shown.map(
    (fact): Field => ({ title: name(fact), value: valueText(fact.value), short: true }),
  );
  const parts = fields.map(({ title, value }) => `**${title}** ${value}`);
  const inLine = join(parts, '  ·  ', parts.length, s);
  return {
    blocks: [layout === 'full' ? { fields } : { text: inLine.text }],
    dropped: countMissing(all.length - shown.length, s.dropped.facts),
    lost: s.dropped.facts({ count: all.length }),
  };
};

const text: Draw<'text'> = ({ text: raw, preformatted }, s) => {
  const limit = limits.DESCRIPTION;
  const written = preformatted ? codeBlock(raw, limit) : paragraphs(raw, limit);
  return {
    blocks: [{ text: preformatted ? `\`\`\`\n${written.text}\n\`\`\`` : written.text }],
    dropped: written.cut ? [s.dropped.descriptionCut({ at: limit })] : [],
    lost: s.dropped.description,
  };
};

const labels: Draw<'labels'> = ({ labels: all, more }, s) => {
  const parts = all.map(({ label, value: raw }) => {
    const name = inlineCode(label, limits.LABEL_NAME).text;
    const own = inlineCode(raw, limits.LABEL_VALUE).text;
    return `\`${own === '' ? name || ' ' : `${name}: ${own}`}\``;
  });
  const joined = join(parts, '  ', all.length + more, s);
  return {
    blocks: [{ text: joined.text }],
    dropped: countMissing(joined.missing, s.dropped.labels),
    lost: s.dropped.labels({ count: all.length + more }),
  };
};

const timeline: Draw<'timeline'> = ({ entries, more }, s) => {
  const parts = entries.map(({ text: raw, time }) => {
    const told = line(raw, limits.MOMENT).text;
    return time ? `${valueText(time.value)}  ${told}` : told;
  });
  const joined = join(parts, '\n', parts.length, s);
  const earlier = more > 0 ? `${line(s.andEarlier({ count: more }), limits.MOMENT).text}\n` : '';
  return {
    blocks: [{ text: earlier + joined.text }],
    dropped: countMissing(joined.missing + more, s.dropped.timeline),
    lost: s.dropped.timeline({ count: entries.length + more }),
  };
};

/** Every usable link; a label that says nothing becomes the address. */
const linked = (all: readonly Link[], more: number, s: Sentences, kind: 'links' | 'images') => {
  const parts = all.flatMap((one) => linkOf(one) ?? []);
  const joined = join(parts, '  ·  ', parts.length + more, s);
  const missing = all.length + more - parts.length + (joined.missing - more);
  return {
    blocks: joined.empty ? [] : [{ text: joined.text }],
    dropped: countMissing(missing, s.dropped[kind]),
    lost: s.dropped[kind]({ count: all.length + more }),
  };
};

const links: Draw<'links'> = ({ links: all, more }, s) => linked(all, more, s, 'links');

/**
 * Images are linked: shown ones are fetched by the client of everybody in the channel, from
 * wherever an alert says.
 */
const images: Draw<'images'> = ({ images: all, more }, s) => {
  const asLink = ({ src, alt }: Image): Link => ({
    href: src,
    text: `🖼 ${alt ?? s.section.image}`,
  });
  return linked(all.map(asLink), more, s, 'images');
};

/** No link works in a footer: those stand above it. */
const footer: Draw<'footer'> = ({ parts }, s) => {
  const ways = parts.flatMap(({ value, href }: Value) =>
    href === undefined ? [] : (linkOf({ href, text: value }) ?? []),
  );
  const small = parts.flatMap(({ value, href }) => (href === undefined ? [value] : []));
  return {
    blocks: [
      ...ways.map((way) => ({ text: way })),
      ...(small.length === 0
        ? []
        : [{ footer: plainText(small.join('  ·  '), limits.FOOTER).text }]),
    ],
    dropped: [],
    lost: s.dropped.footer,
  };
};

const DRAW = { facts, text, labels, timeline, links, images, footer } as {
  readonly [Kind in CardNode['kind']]: Draw<Kind>;
};

/** One node of a card as parts of attachments, and what is missing in them. */
export const draw = (node: CardNode, s: Sentences, layout: 'full' | 'compact'): Piece<Part> => {
  const drawNode = DRAW[node.kind] as Draw<typeof node.kind>;
  return { shed: node.shed, ...drawNode(node as never, s, layout) };
};
