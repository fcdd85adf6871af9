import type { Sentences } from '../i18n/index';
import { formatMoment, type Reader } from '../i18n/time';
import type { Fact } from './card';
import { nameList } from './card-happened';
import type { Story } from './card-story';
import { asRecord, asSeen } from './card-text';

type Draft = readonly [label: string, value: string | undefined, at?: string | undefined];

/** Everything a person on call asks first, in that order; never more than ten. */
export const fullFacts = (
  story: Story,
  group: unknown,
  s: Sentences,
  reader: Reader,
): readonly Fact[] =>
  facts([
    [s.fact.source, story.source],
    [s.fact.severity, severityText(story, s)],
    ...people(story, s),
    [s.fact.escalation, escalationText(story, s)],
    [s.fact.started, formatMoment(story.startedAt, reader), story.startedAt],
    [s.fact.duration, story.status === 'resolved' ? story.after : undefined],
    [s.fact.snoozedUntil, snoozed(story, reader), story.snoozedUntil],
    [s.fact.group, groupText(group, s)],
  ]);

/** The little that tells one alert from another. */
export const compactFacts = (story: Story, s: Sentences): readonly Fact[] =>
  facts([
    [s.fact.source, story.source],
    [s.fact.severity, severityText(story, s)],
  ]);

const facts = (drafts: readonly Draft[]): readonly Fact[] =>
  drafts.flatMap(([label, value, at]) =>
    value === undefined ? [] : [{ label, value, ...(at !== undefined && { at }) }],
  );

const people = (story: Story, s: Sentences): readonly Draft[] => {
  if (story.status === 'resolved') {
    const itself = story.type === 'resolved' && story.automatic ? s.automatically : undefined;
    return [[s.fact.resolvedBy, story.resolvedBy ?? itself]];
  }
  if (story.status === 'acknowledged' && story.acceptedBy !== undefined) {
    return [[s.fact.acceptedBy, story.acceptedBy]];
  }
  return [[s.fact.assignedTo, nameList(story.assignees, s)]];
};

/** `Critical · P1`; the platform's own word only where it says something else. */
const severityText = ({ severity, priority }: Story, s: Sentences): string | undefined => {
  const known = severity === 'unknown' ? undefined : s.severity[severity];
  const own = priority?.toLowerCase() === known?.toLowerCase() ? undefined : priority;
  return joined(known, own);
};

const escalationText = ({ level, policy }: Story, s: Sentences): string | undefined =>
  joined(level === undefined ? undefined : s.level({ level }), policy);

const snoozed = ({ snoozedUntil, status }: Story, reader: Reader): string | undefined =>
  status === 'resolved' ? undefined : formatMoment(snoozedUntil, reader);

const groupText = (value: unknown, s: Sentences): string | undefined => {
  const group = asRecord(value);
  const size = asSeen(group.size, 20);
  const missing = Number(group.truncated);
  return size !== undefined && missing > 0 ? s.groupCut({ size, missing }) : size;
};

const joined = (...parts: readonly (string | undefined)[]): string | undefined =>
  parts.filter((part) => part !== undefined).join(' · ') || undefined;
