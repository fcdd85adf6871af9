import type { CardNode, Fact, Value } from '../../alert/card';
import type { Image, Link } from '../../alert/event';
import type { Sentences } from '../../i18n/index';
import { countMissing, joinParts } from '../join';
import type { Piece } from '../shed';
import * as limits from './limits';
import type { Button, Links } from './link';
import { BREAK, line } from './text';

/** A paragraph of the message, or a button below it. */
export type Block = { readonly text: string } | { readonly button: Button };

/** What the message around a node is like. */
export interface Around {
  readonly s: Sentences;
  readonly layout: 'full' | 'compact';
  readonly links: Links;
  /** How many links may become buttons; 0 where the message has none. */
  readonly buttons: number;
}

type Draw<Kind extends CardNode['kind']> = (
  node: Extract<CardNode, { kind: Kind }>,
  around: Around,
) => Omit<Piece<Block>, 'shed'>;

const DOT = ' · ';

const paragraph = (text: string): readonly Block[] => (text === '' ? [] : [{ text }]);

const join = (parts: readonly string[], separator: string, all: number, s: Sentences) => {
  const joined = joinParts(parts, separator, all, limits.PART, s);
  return { ...joined, text: noList(joined.text) };
};

/** `+ 3 more` on a line of its own would be an item of a list. */
const noList = (lines: string): string => lines.replace(/^\+ /gm, '＋ ');

const value = ({ value: raw, href }: Value, links: Links): string =>
  href === undefined
    ? line(raw, limits.FACT_VALUE).text
    : (links.text(href, raw, limits.LINK_LABEL) ?? '');

const facts: Draw<'facts'> = ({ facts: all }, { s, layout, links }) => {
  const name = ({ label }: Fact) => `**${line(label, limits.FACT_LABEL).text}**`;
  const parts = all.map((fact) => `${name(fact)} ${value(fact, links)}`);
  const joined = join(parts, layout === 'full' ? BREAK : DOT, all.length, s);
  return {
    blocks: paragraph(joined.text),
    dropped: countMissing(joined.missing, s.dropped.facts),
    lost: s.dropped.facts({ count: all.length }),
  };
};

/** Code has no form of its own here: output of a program keeps its lines and its indentation. */
const text: Draw<'text'> = ({ text: raw }, { s, links }) => {
  const limit = limits.DESCRIPTION;
  const written = links.quoted(raw, limit);
  return {
    blocks: paragraph(`> ${written.text}`),
    dropped: written.cut ? [s.dropped.descriptionCut({ at: limit })] : [],
    lost: s.dropped.description,
  };
};

const labels: Draw<'labels'> = ({ labels: all, more }, { s }) => {
  const parts = all.map(({ label, value: raw }) => {
    const name = line(label, limits.LABEL_NAME).text;
    const own = line(raw, limits.LABEL_VALUE).text;
    return own === '' ? name : `${name}: ${own}`;
  });
  const joined = join(parts, DOT, all.length + more, s);
  return {
    blocks: paragraph(`**${s.section.labels}** ${joined.text}`),
    dropped: countMissing(joined.missing, s.dropped.labels),
    lost: s.dropped.labels({ count: all.length + more }),
  };
};

const timeline: Draw<'timeline'> = ({ entries, more }, { s }) => {
  const parts = entries.map(({ text: raw, time }) => {
    const told = line(raw, limits.MOMENT).text;
    return time ? `${line(time.value, limits.MOMENT).text} ${told}` : told;
  });
  const joined = join(parts, BREAK, parts.length, s);
  const earlier = more > 0 ? [noList(s.andEarlier({ count: more }))] : [];
  return {
    blocks: paragraph([`**${s.section.timeline}**`, ...earlier, joined.text].join(BREAK)),
    dropped: countMissing(joined.missing + more, s.dropped.timeline),
    lost: s.dropped.timeline({ count: entries.length + more }),
  };
};

/** Every usable link; a label that says nothing becomes the address. */
const linked = (
  all: readonly Link[],
  more: number,
  { s, links, buttons }: Around,
  kind: 'links' | 'images',
) => {
  const pressed = all
    .slice(0, buttons)
    .map(({ href, text: label }) => links.button(href, label ?? href));
  const rest = all.filter((_, index) => pressed[index] === undefined);
  const parts = rest.flatMap(
    ({ href, text: label }) => links.text(href, label ?? href, limits.LINK_LABEL) ?? [],
  );
  const joined = join(parts, DOT, parts.length + more, s);
  const missing = rest.length - parts.length + joined.missing;
  return {
    blocks: [
      ...(joined.empty ? [] : paragraph(joined.text)),
      ...pressed.flatMap((offered) => (offered ? [{ button: offered.button }] : [])),
    ],
    dropped: countMissing(missing, s.dropped[kind]),
    lost: s.dropped[kind]({ count: all.length + more }),
  };
};

const links: Draw<'links'> = ({ links: all, more }, around) => linked(all, more, around, 'links');

/** Images are linked: DingTalk shows a broken one where its servers cannot reach the address. */
const images: Draw<'images'> = ({ images: all, more }, around) => {
  const asLink = ({ src, alt }: Image): Link => ({
    href: src,
    text: `🖼 ${alt ?? around.s.section.image}`,
  });
  return linked(all.map(asLink), more, { ...around, buttons: 0 }, 'images');
};

/** A link that is a button already is not told twice. */
const footer: Draw<'footer'> = ({ parts }, { s, links, buttons }) => {
  const told = parts.filter(({ href }) => href === undefined || buttons === 0);
  const shown = told.map((part) => value(part, links)).filter((part) => part !== '');
  return { blocks: paragraph(shown.join(DOT)), dropped: [], lost: s.dropped.footer };
};

const DRAW = { facts, text, labels, timeline, links, images, footer } as {
  readonly [Kind in CardNode['kind']]: Draw<Kind>;
};

/** One node of a card as DingTalk shows it, and what is missing in it. */
export const draw = (node: CardNode, around: Around): Piece<Block> => {
  const drawNode = DRAW[node.kind] as Draw<typeof node.kind>;
  return { shed: node.shed, ...drawNode(node as never, around) };
};
