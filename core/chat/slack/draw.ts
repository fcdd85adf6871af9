import type { CardNode, Fact, Value } from '../../alert/card';
import type { Sentences } from '../../i18n/index';
import { type DrawNode, drawBy } from '../draw';
import { joinParts, joinTexts } from '../join';
import { labelText } from '../label';
import { asLinks, writeLinks } from '../links';
import * as limits from './limits';
import { codeBlock, date, inlineCode, line, link, paragraphs } from './text';

export type Block = Readonly<Record<string, unknown>>;
type Draw<Kind extends CardNode['kind']> = DrawNode<Kind, Block>;

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

const facts: Draw<'facts'> = ({ facts: all }, { s, layout }) => {
  const shown = all.slice(0, limits.SECTION_FIELDS);
  const name = ({ label }: Fact) => `*${line(label, limits.FACT_LABEL).text}*`;
  const fields = shown.map((fact) => mrkdwn(`${name(fact)}\n${value(fact)}`));
  const parts = shown.map((fact) => `${name(fact)} ${value(fact)}`);
  const inLine = join(parts, '   ', parts.length, s);
  return {
    blocks: [layout === 'full' ? { type: 'section', fields } : context(inLine.text)],
    missing: all.length - shown.length,
  };
};

const text: Draw<'text'> = ({ text: raw, preformatted }) => {
  const limit = limits.DESCRIPTION;
  const written = preformatted ? codeBlock(raw, limit) : paragraphs(raw, limit);
  return {
    blocks: [section(preformatted ? `\`\`\`\n${written.text}\n\`\`\`` : written.text)],
    cutAt: written.cut ? limit : undefined,
  };
};

const labels: Draw<'labels'> = ({ labels: all, more }, { s }) => {
  const parts = all.map((one) => `\`${labelText(one, inlineCode, ' ')}\``);
  const joined = join(parts, '  ', all.length + more, s);
  return { blocks: [context(joined.text)], missing: joined.missing };
};

const timeline: Draw<'timeline'> = ({ entries, more }, { s }) => {
  const parts = entries.map(({ text: raw, time }) => {
    const told = line(raw, limits.MOMENT).text;
    return time ? `${date(time, '{time}')}  ${told}` : told;
  });
  const joined = join(parts, '\n', parts.length, s);
  const earlier = more > 0 ? `${s.andEarlier({ count: more })}\n` : '';
  return { blocks: [context(earlier + joined.text)], missing: joined.missing + more };
};

const links: Draw<'links'> = ({ links: all, more }, { s }) => {
  const parts = writeLinks(all, (href, label) => link(href, label, limits.LINK_LABEL));
  const joined = join(parts, '  ·  ', parts.length + more, s);
  return {
    blocks: joined.empty ? [] : [section(joined.text)],
    missing: all.length - parts.length + joined.missing,
  };
};

/**
 * Images are linked: an image block that Slack cannot fetch, as from a Grafana behind a firewall,
 * makes it refuse the whole message: https://docs.slack.dev/reference/block-kit/blocks/image-block
 */
const images: Draw<'images'> = (node, around) => links(asLinks(node, around.s), around);

const footer: Draw<'footer'> = ({ parts }) => {
  const shown = joinTexts(parts.map(value), '  ·  ');
  return { blocks: shown === '' ? [] : [context(shown)] };
};

/** One node of a card as Slack blocks, and what is missing in them. */
export const draw = drawBy<Block>({ facts, text, labels, timeline, links, images, footer });
