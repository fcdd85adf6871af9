import type { CardNode, Fact, Value } from '../../alert/card';
import type { Image, Link } from '../../alert/event';
import type { Sentences } from '../../i18n/index';
import { countMissing, joinParts } from '../join';
import type { Piece } from '../shed';
import * as limits from './limits';
import { codeBlock, date, inlineCode, line, link, paragraphs } from './text';

export type Block = Readonly<Record<string, unknown>>;
type Draw<Kind extends CardNode['kind']> = (
  node: Extract<CardNode, { kind: Kind }>,
  s: Sentences,
  layout: 'full' | 'compact',
) => Omit<Piece<Block>, 'shed'>;

/** `verbatim`: Slack makes no links, channels or mentions of its own from the text. */
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text, verbatim: true });
export const section = (text: string): Block => ({ type: 'section', text: mrkdwn(text) });
const context = (text: string): Block => ({ type: 'context', elements: [mrkdwn(text)] });

const join = (parts: readonly string[], separator: string, all: number, s: Sentences) =>
  joinParts(parts, separator, all, limits.SECTION_TEXT, s);

const value = (part: Value): string => {
  if (part.href !== undefined) return link(part.href, part.value, limits.LINK_LABEL) ?? '';
  if (part.at !== undefined) return date(part, '{date_short_pretty} {time}');
  return line(part.value, limits.FACT_VALUE).text;
};

const facts: Draw<'facts'> = ({ facts: all }, s, layout) => {
  const shown = all.slice(0, limits.SECTION_FIELDS);
  const name = ({ label }: Fact) => `*${line(label, limits.FACT_LABEL).text}*`;
  const fields = shown.map((fact) => mrkdwn(`${name(fact)}\n${value(fact)}`));
  const parts = shown.map((fact) => `${name(fact)} ${value(fact)}`);
  const inLine = join(parts, '   ', parts.length, s);
  return {
    blocks: [layout === 'full' ? { type: 'section', fields } : context(inLine.text)],
    dropped: countMissing(all.length - shown.length, s.dropped.facts),
    lost: s.dropped.facts({ count: all.length }),
  };
};

const text: Draw<'text'> = ({ text: raw, preformatted }, s) => {
  const limit = limits.DESCRIPTION;
  const written = preformatted ? codeBlock(raw, limit) : paragraphs(raw, limit);
  return {
    blocks: [section(preformatted ? `\`\`\`\n${written.text}\n\`\`\`` : written.text)],
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
    blocks: [context(joined.text)],
    dropped: countMissing(joined.missing, s.dropped.labels),
    lost: s.dropped.labels({ count: all.length + more }),
  };
};

const timeline: Draw<'timeline'> = ({ entries, more }, s) => {
  const parts = entries.map(({ text: raw, time }) => {
    const told = line(raw, limits.MOMENT).text;
    return time ? `${date(time, '{time}')}  ${told}` : told;
  });
  const joined = join(parts, '\n', parts.length, s);
  const earlier = more > 0 ? `${s.andEarlier({ count: more })}\n` : '';
  return {
    blocks: [context(earlier + joined.text)],
    dropped: countMissing(joined.missing + more, s.dropped.timeline),
    lost: s.dropped.timeline({ count: entries.length + more }),
  };
};

/** Every usable link; a label that says nothing becomes the address. */
const linked = (all: readonly Link[], more: number, s: Sentences, kind: 'links' | 'images') => {
  const parts = all.flatMap(
    ({ href, text: label }) => link(href, label ?? href, limits.LINK_LABEL) ?? [],
  );
  const joined = join(parts, '  ·  ', parts.length + more, s);
  const missing = all.length + more - parts.length + (joined.missing - more);
  return {
    blocks: joined.empty ? [] : [section(joined.text)],
    dropped: countMissing(missing, s.dropped[kind]),
    lost: s.dropped[kind]({ count: all.length + more }),
  };
};

const links: Draw<'links'> = ({ links: all, more }, s) => linked(all, more, s, 'links');

/**
 * Images are linked: an image block that Slack cannot fetch, as from a Grafana behind a firewall,
 * makes it refuse the whole message: https://docs.slack.dev/reference/block-kit/blocks/image-block
 */
const images: Draw<'images'> = ({ images: all, more }, s) => {
  const asLink = ({ src, alt }: Image): Link => ({
    href: src,
    text: `🖼 ${alt ?? s.section.image}`,
  });
  return linked(all.map(asLink), more, s, 'images');
};

const footer: Draw<'footer'> = ({ parts }, s) => {
  const shown = parts.map(value).filter((part) => part !== '');
  return {
    blocks: shown.length === 0 ? [] : [context(shown.join('  ·  '))],
    dropped: [],
    lost: s.dropped.footer,
  };
};

const DRAW = { facts, text, labels, timeline, links, images, footer } as {
  readonly [Kind in CardNode['kind']]: Draw<Kind>;
};

/** One node of a card as Slack blocks, and what is missing in them. */
export const draw = (node: CardNode, s: Sentences, layout: 'full' | 'compact'): Piece<Block> => {
  const drawNode = DRAW[node.kind] as Draw<typeof node.kind>;
  return { shed: node.shed, ...drawNode(node as never, s, layout) };
};
