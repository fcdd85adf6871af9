import type { CardNode, Fact, Value } from '../../alert/card';
import type { Link } from '../../alert/event';
import { type DrawNode, drawBy, type Around as EveryAround } from '../draw';
import { joinParts, joinTexts } from '../join';
import { labelText } from '../label';
import { asLinks, writeLinks } from '../links';
import * as limits from './limits';
import { clock, codeBlock, line, link, markdown, moment, paragraphs, spans } from './text';

export type Block = Readonly<Record<string, unknown>>;

interface Around extends EveryAround {
  /** How many links may become buttons. */
  readonly buttons: number;
}

type Draw<Kind extends CardNode['kind']> = DrawNode<Kind, Block, Around>;

const SMALL = { size: 'Small', isSubtle: true };
const FIXED = { fontType: 'Monospace', size: 'Small' };

/** https://adaptivecards.io/explorer/Action.OpenUrl.html: all that a webhook card can have. */
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

const value = (part: Value): string =>
  part.at === undefined ? markdown(part.value, limits.FACT_VALUE).text : moment(part);

const factOf = (title: string, told: string): Block => ({ title, value: told || NOTHING });

const facts: Draw<'facts'> = ({ facts: all }, { layout }) => {
  const name = ({ label }: Fact) => markdown(label, limits.FACT_LABEL).text;
  const inLine = () =>
    textBlock(all.map((fact) => `${name(fact)}: **${value(fact) || NOTHING}**`).join(' · '), SMALL);
  const table = () => ({
    type: 'FactSet',
    facts: all.map((fact) => factOf(name(fact), value(fact))),
  });
  return {
    blocks: [layout === 'full' ? table() : inLine()],
  };
};

const text: Draw<'text'> = ({ text: raw, preformatted }) => {
  const limit = limits.DESCRIPTION;
  const written = preformatted ? codeBlock(raw, limit) : paragraphs(raw, limit);
  const log = () => ({
    type: 'Container',
    style: 'emphasis',
    items: [rawText(written.text, FIXED)],
  });
  return {
    blocks: [preformatted ? log() : prose(written.text)],
    cutAt: written.cut ? limit : undefined,
  };
};

const labels: Draw<'labels'> = ({ labels: all, more }, { s }) => {
  const parts = all.map((one) => labelText(one, line, NOTHING));
  const joined = joinParts(parts, '  ·  ', all.length + more, limits.LIST, s);
  return { blocks: [rawText(joined.text, { ...FIXED, isSubtle: true })], missing: joined.missing };
};

/** Lines and no FactSet: beside a long sentence its left half breaks `2:16 AM` in two. */
const timeline: Draw<'timeline'> = ({ entries, more }, { s }) => {
  const told = entries.map(({ text: raw, time }) => {
    const sentence = markdown(raw, limits.MOMENT).text;
    return time ? `**${clock(time)}** ${sentence}` : sentence;
  });
  const earlier = more > 0 ? [markdown(s.andEarlier({ count: more }), limits.MOMENT).text] : [];
  const heading = textBlock(s.section.timeline, { ...SMALL, weight: 'Bolder' });
  const lines = [...earlier, ...told].map((one) =>
    textBlock(one, { size: 'Small', spacing: 'Small' }),
  );
  return { blocks: [heading, ...lines], missing: more };
};

/** The first as buttons beside the alert's own, the rest in a line; one without words is its address. */
const links: Draw<'links'> = ({ links: all, more }, { buttons: room }) => {
  const buttons = linked(all.slice(0, room), limits.BUTTON);
  const others = linked(all.slice(room), limits.LINK_LABEL);
  const missing = all.length + more - buttons.length - others.length;
  return {
    blocks: [
      ...buttons.map(({ label, url }) => openUrl(label, url)),
      ...linkLine(others.map(({ label, url }) => linkRun(label, url))),
    ],
    missing,
  };
};

/** Images are linked: Teams shows a gap for one it cannot fetch, as from behind a firewall. */
const images: Draw<'images'> = (node, { s }) => {
  const { links: all, more } = asLinks(node, s);
  const found = linked(all, limits.LINK_LABEL);
  return {
    blocks: linkLine(found.map(({ label, url }) => linkRun(label, url))),
    missing: all.length + more - found.length,
  };
};

const linked = (all: readonly Link[], limit: number) =>
  writeLinks(all, (href, label) => link(href, label, limit));

const linkLine = (runs: readonly Block[]): readonly Block[] =>
  runs.length === 0
    ? []
    : [rich(runs.flatMap((one, index) => (index === 0 ? [one] : [run('  ·  '), one])))];

/** The link to the alert is not repeated here: it is the first button. */
const footer: Draw<'footer'> = ({ parts }) => {
  const told = parts.filter(({ href }) => href === undefined);
  const shown = joinTexts(told.map(value), ' · ');
  return { blocks: shown === '' ? [] : [textBlock(shown, SMALL)] };
};

/** One node of a card as Adaptive Card elements and actions, and what is missing in them. */
export const draw = drawBy<Block, Around>({ facts, text, labels, timeline, links, images, footer });
