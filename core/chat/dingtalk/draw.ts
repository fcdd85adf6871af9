import type { CardNode, Fact, Value } from '../../alert/card';
import { type DrawNode, drawBy, type Around as EveryAround } from '../draw';
import { joinParts, joinTexts } from '../join';
import { labelText } from '../label';
import { asLinks, writeLinks } from '../links';
import * as limits from './limits';
import type { Button, Links } from './link';
import { BREAK, line } from './text';

/** A paragraph of the message, or a button below it. */
export type Block = { readonly text: string } | { readonly button: Button };

interface Around extends EveryAround {
  readonly links: Links;
  /** How many links may become buttons; 0 where the message has none. */
  readonly buttons: number;
  /** The longest description and the longest list, where they are not those of a message. */
  readonly description?: number;
  readonly part?: number;
}

type Draw<Kind extends CardNode['kind']> = DrawNode<Kind, Block, Around>;

const DOT = ' · ';

const paragraph = (text: string): readonly Block[] => (text === '' ? [] : [{ text }]);

const join = (
  parts: readonly string[],
  separator: string,
  all: number,
  { s, part = limits.PART }: Pick<Around, 's' | 'part'>,
) => {
  const joined = joinParts(parts, separator, all, part, s);
  return { ...joined, text: noList(joined.text) };
};

/** `+ 3 more` on a line of its own would be an item of a list. */
const noList = (lines: string): string => lines.replace(/^\+ /gm, '＋ ');

const value = ({ value: raw, href }: Value, links: Links): string =>
  href === undefined
    ? line(raw, limits.FACT_VALUE).text
    : (links.text(href, raw, limits.LINK_LABEL) ?? '');

const facts: Draw<'facts'> = ({ facts: all }, around) => {
  const { layout, links } = around;
  const name = ({ label }: Fact) => `**${line(label, limits.FACT_LABEL).text}**`;
  const parts = all.map((fact) => `${name(fact)} ${value(fact, links)}`);
  const joined = join(parts, layout === 'full' ? BREAK : DOT, all.length, around);
  return { blocks: paragraph(joined.text), missing: joined.missing };
};

/** Code has no form of its own here: output of a program keeps its lines and its indentation. */
const text: Draw<'text'> = ({ text: raw }, { links, description: limit = limits.DESCRIPTION }) => {
  const written = links.quoted(raw, limit);
  return { blocks: paragraph(`> ${written.text}`), cutAt: written.cut ? limit : undefined };
};

const labels: Draw<'labels'> = ({ labels: all, more }, around) => {
  const parts = all.map((one) => labelText(one, line));
  const joined = join(parts, DOT, all.length + more, around);
  return {
    blocks: paragraph(`**${around.s.section.labels}** ${joined.text}`),
    missing: joined.missing,
  };
};

const timeline: Draw<'timeline'> = ({ entries, more }, around) => {
  const { s } = around;
  const parts = entries.map(({ text: raw, time }) => {
    const told = line(raw, limits.MOMENT).text;
    return time ? `${line(time.value, limits.MOMENT).text} ${told}` : told;
  });
  const joined = join(parts, BREAK, parts.length, around);
  const earlier = more > 0 ? [noList(s.andEarlier({ count: more }))] : [];
  return {
    blocks: paragraph([`**${s.section.timeline}**`, ...earlier, joined.text].join(BREAK)),
    missing: joined.missing + more,
  };
};

/** The first as buttons where the message has some, the rest in a line. */
const links: Draw<'links'> = ({ links: all, more }, around) => {
  const { links: its, buttons } = around;
  const pressed = all
    .slice(0, buttons)
    .map(({ href, text: label }) => its.button(href, label ?? href));
  const rest = all.filter((_, index) => pressed[index] === undefined);
  const parts = writeLinks(rest, (href, label) => its.text(href, label, limits.LINK_LABEL));
  const joined = join(parts, DOT, parts.length + more, around);
  return {
    blocks: [
      ...(joined.empty ? [] : paragraph(joined.text)),
      ...pressed.flatMap((offered) => (offered ? [{ button: offered.button }] : [])),
    ],
    missing: rest.length - parts.length + joined.missing,
  };
};

/** Images are linked: DingTalk shows a broken one where its servers cannot reach the address. */
const images: Draw<'images'> = (node, around) =>
  links(asLinks(node, around.s), { ...around, buttons: 0 });

/** A link that is a button already is not told twice. */
const footer: Draw<'footer'> = ({ parts }, { links: its, buttons }) => {
  const told = parts.filter(({ href }) => href === undefined || buttons === 0);
  const shown = told.map((part) => value(part, its));
  return { blocks: paragraph(joinTexts(shown, DOT)) };
};

/** One node of a card as DingTalk shows it, and what is missing in it. */
export const draw = drawBy<Block, Around>({ facts, text, labels, timeline, links, images, footer });
