import type { CardNode, Fact, Value } from '../../alert/card';
import type { Sentences } from '../../i18n/index';
import { type DrawNode, drawBy } from '../draw';
import { joinParts } from '../join';
import { labelText } from '../label';
import { asLinks, writeLinks } from '../links';
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

type Draw<Kind extends CardNode['kind']> = DrawNode<Kind, Part>;

const join = (parts: readonly string[], separator: string, all: number, s: Sentences) =>
  joinParts(parts, separator, all, limits.SECTION, s);

const valueText = (value: string): string => line(value, limits.FACT_VALUE).text;
const linked = (href: string, label: string): string | undefined =>
  link(href, label, limits.LINK_LABEL);

const facts: Draw<'facts'> = ({ facts: all }, { s, layout }) => {
  const shown = all.slice(0, limits.FIELDS);
  const name = ({ label }: Fact) => line(label, limits.FACT_LABEL).text;
  const fields = shown.map(
    (fact): Field => ({ title: name(fact), value: valueText(fact.value), short: true }),
  );
  const parts = fields.map(({ title, value }) => `**${title}** ${value}`);
  const inLine = join(parts, '  ·  ', parts.length, s);
  return {
    blocks: [layout === 'full' ? { fields } : { text: inLine.text }],
    missing: all.length - shown.length,
  };
};

const text: Draw<'text'> = ({ text: raw, preformatted }) => {
  const limit = limits.DESCRIPTION;
  const written = preformatted ? codeBlock(raw, limit) : paragraphs(raw, limit);
  return {
    blocks: [{ text: preformatted ? `\`\`\`\n${written.text}\n\`\`\`` : written.text }],
    cutAt: written.cut ? limit : undefined,
  };
};

const labels: Draw<'labels'> = ({ labels: all, more }, { s }) => {
  const parts = all.map((one) => `\`${labelText(one, inlineCode, ' ')}\``);
  const joined = join(parts, '  ', all.length + more, s);
  return { blocks: [{ text: joined.text }], missing: joined.missing };
};

const timeline: Draw<'timeline'> = ({ entries, more }, { s }) => {
  const parts = entries.map(({ text: raw, time }) => {
    const told = line(raw, limits.MOMENT).text;
    return time ? `${valueText(time.value)}  ${told}` : told;
  });
  const joined = join(parts, '\n', parts.length, s);
  const earlier = more > 0 ? `${line(s.andEarlier({ count: more }), limits.MOMENT).text}\n` : '';
  return { blocks: [{ text: earlier + joined.text }], missing: joined.missing + more };
};

const links: Draw<'links'> = ({ links: all, more }, { s }) => {
  const parts = writeLinks(all, linked);
  const joined = join(parts, '  ·  ', parts.length + more, s);
  return {
    blocks: joined.empty ? [] : [{ text: joined.text }],
    missing: all.length - parts.length + joined.missing,
  };
};

/**
 * Images are linked: shown ones are fetched by the client of everybody in the channel, from
 * wherever an alert says.
 */
const images: Draw<'images'> = (node, around) => links(asLinks(node, around.s), around);

/** No link works in a footer: those stand above it. */
const footer: Draw<'footer'> = ({ parts }) => {
  const ways = parts.flatMap(({ value, href }: Value) =>
    href === undefined ? [] : (linked(href, value) ?? []),
  );
  const small = parts.flatMap(({ value, href }) => (href === undefined ? [value] : []));
  return {
    blocks: [
      ...ways.map((way) => ({ text: way })),
      ...(small.length === 0
        ? []
        : [{ footer: plainText(small.join('  ·  '), limits.FOOTER).text }]),
    ],
  };
};

/** One node of a card as parts of attachments, and what is missing in them. */
export const draw = drawBy<Part>({ facts, text, labels, timeline, links, images, footer });
