import type { Sentences } from '../i18n/index';
import { formatClock, type Reader } from '../i18n/time';
import type { CardNode, Fact, Moment, Value } from './card';
import { tellEntry } from './card-happened';
import { asRecord, asSeen, asText } from './card-text';
import type { Image, Link } from './event';
import { list } from './untrusted';

/** What goes first when space is short. */
const SHED = { labels: 1, images: 2, text: 3, timeline: 4, facts: 5, links: 6, footer: 7 };

/** More than this nobody reads; the rest is counted. */
const MOST = { labels: 24, timeline: 12, links: 8, images: 4 };

type Nodes = readonly CardNode[];

const factText = ({ label, value }: Fact): string => (value === '' ? label : `${label}: ${value}`);
const linkText = ({ text, href }: Link): string => (text === undefined ? href : `${text}: ${href}`);

export const factsNode = (facts: readonly Fact[]): Nodes =>
  facts.length === 0
    ? []
    : [{ kind: 'facts', shed: SHED.facts, facts, fallback: facts.map(factText).join('\n') }];

export const textNode = (value: unknown): Nodes => {
  const text = asSeen(value);
  if (text === undefined) return [];
  return [{ kind: 'text', shed: SHED.text, text, preformatted: isLog(text), fallback: text }];
};

/** Indented lines are output of a program: a stack trace, YAML, a table. */
const isLog = (text: string): boolean => /\n(?: {2}|\t)\s*\S/.test(text.slice(0, 4000));

export const labelsNode = (value: unknown): Nodes => {
  const record = asRecord(value);
  const names = Object.keys(record);
  if (names.length === 0) return [];
  const labels = smallest(names, MOST.labels).map((name) => ({
    label: asText(name, 200),
    value: asText(record[name], 1000),
  }));
  const more = names.length - labels.length;
  return [
    { kind: 'labels', shed: SHED.labels, labels, more, fallback: labels.map(factText).join('\n') },
  ];
};

/** The first ones in sorted order, without sorting the thousands that are not shown. */
const smallest = (names: readonly string[], count: number): readonly string[] => {
  const first: string[] = [];
  for (const name of names) {
    const last = first[count - 1];
    if (last !== undefined && name >= last) continue;
    const place = first.findIndex((one) => name < one);
    first.splice(place < 0 ? first.length : place, 0, name);
    if (first.length > count) first.pop();
  }
  return first;
};

/** A story of one event is the headline: no timeline. */
export const timelineNode = (value: unknown, s: Sentences, reader: Reader): Nodes => {
  const all = list(value);
  if (all.length < 2) return [];
  const entries = all.slice(-MOST.timeline).map((entry) => momentOf(entry, s, reader));
  const fallback = entries.map(({ text, time }) => (time ? `${time.value} ${text}` : text));
  const more = all.length - entries.length;
  return [{ kind: 'timeline', shed: SHED.timeline, entries, more, fallback: fallback.join('\n') }];
};

const momentOf = (entry: unknown, s: Sentences, reader: Reader): Moment => {
  const at = asSeen(asRecord(entry).occurredAt, 40);
  const value = formatClock(at, reader);
  const time = at !== undefined && value !== undefined ? { time: { value, at } } : {};
  return { text: tellEntry(entry, s), ...time };
};

export const linksNode = (value: unknown): Nodes => {
  const all = list(value).flatMap((item): Link[] => {
    const { href, text } = asRecord(item);
    const label = asSeen(text, 200);
    const address = asSeen(href, 8000);
    return address === undefined
      ? []
      : [{ href: address, ...(label !== undefined && { text: label }) }];
  });
  if (all.length === 0) return [];
  const links = all.slice(0, MOST.links);
  const more = all.length - links.length;
  return [
    { kind: 'links', shed: SHED.links, links, more, fallback: links.map(linkText).join('\n') },
  ];
};

export const imagesNode = (value: unknown): Nodes => {
  const all = list(value).flatMap((item): Image[] => {
    const { src, alt } = asRecord(item);
    const description = asSeen(alt, 200);
    const address = asSeen(src, 8000);
    return address === undefined
      ? []
      : [{ src: address, ...(description !== undefined && { alt: description }) }];
  });
  if (all.length === 0) return [];
  const images = all.slice(0, MOST.images);
  const fallback = images.map(({ alt, src }) => (alt === undefined ? src : `${alt}: ${src}`));
  const more = all.length - images.length;
  return [{ kind: 'images', shed: SHED.images, images, more, fallback: fallback.join('\n') }];
};

export const footerNode = (parts: readonly Value[]): Nodes =>
  parts.length === 0
    ? []
    : [
        {
          kind: 'footer',
          shed: SHED.footer,
          parts,
          fallback: parts.map(({ value }) => value).join(' · '),
        },
      ];
