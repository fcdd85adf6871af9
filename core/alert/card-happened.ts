import type { Sentences } from '../i18n/index';
import { formatMoment, type Reader } from '../i18n/time';
import type { Story } from './card-story';
import { asRecord, asSeen, asText } from './card-text';
import { defined } from './defined';
import { EVENT_TYPES, type EventType } from './event';
import { list } from './untrusted';

/** Names are listed up to here; then they are counted. */
const MOST_NAMES = 4;

export const nameList = (names: readonly string[], s: Sentences): string | undefined => {
  if (names.length === 0) return undefined;
  const rest = names.length - MOST_NAMES;
  const shown = names.slice(0, MOST_NAMES).join(', ');
  return rest > 0 ? `${shown} ${s.andMore({ count: rest })}` : shown;
};

/** What happened in one sentence without the title. */
export const tellEvent = (story: Story, s: Sentences, reader: Reader): string =>
  sentenceFor(
    story.type,
    story.automatic && story.who === undefined,
    s,
  )(
    defined({
      who: story.who,
      to: nameList(story.to, s),
      level: story.level,
      after: story.after,
      until: formatMoment(story.snoozedUntil, reader),
      source: story.source,
      severity: s.severityInSentence[story.severity],
      field: story.change.field,
      from: story.change.from,
      value: story.change.to,
      rawType: story.rawType,
    }),
  );

/** One line of the timeline; the entry may have been stored by an older version. */
export const tellEntry = (value: unknown, s: Sentences): string => {
  const entry = asRecord(value);
  const type = EVENT_TYPES.find((known) => known === entry.type) ?? 'other';
  const to = list(entry.to).map((name) => asText(name, 100));
  const happened = sentenceFor(
    type,
    entry.automatic === true && entry.by === undefined,
    s,
  )(
    defined({
      who: asSeen(entry.by, 100),
      to: nameList(to, s),
      level: typeof entry.level === 'number' ? entry.level : undefined,
      rawType: asSeen(entry.text, 100),
    }),
  );
  const text = type === 'comment-added' ? asSeen(entry.text, 200) : undefined;
  return text === undefined ? happened : s.headline({ happened, title: text });
};

const sentenceFor = (type: EventType, byItself: boolean, s: Sentences) =>
  s.happened[type === 'resolved' && byItself ? 'resolvedByItself' : type];
