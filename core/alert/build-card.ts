import { type Sentences, sentences } from '../i18n/index';
import { formatMoment, type Reader } from '../i18n/time';
import type { AlertCard, CardNode, CardOptions, Value } from './card';
import { compactFacts, fullFacts } from './card-facts';
import { tellEvent } from './card-happened';
import {
  factsNode,
  footerNode,
  imagesNode,
  labelsNode,
  linksNode,
  textNode,
  timelineNode,
} from './card-nodes';
import { readStory, type Story } from './card-story';
import { asRecord, asSeen } from './card-text';
import type { EventType, Link } from './event';
import type { AlertState } from './state';

/** The first thing a channel hears about an alert, or hears again. */
const TELLS_ALL: ReadonlySet<EventType> = new Set(['created', 'reopened', 'test', 'other']);

/** Somebody has to act: the others tell that somebody did, or what became known. */
const CALLS: ReadonlySet<EventType> = new Set([
  'created',
  'escalated',
  'escalation-ended',
  'assigned',
  'unaccepted',
  'reopened',
  'unsnoozed',
  'not-resolved',
  'not-accepted',
  'priority-changed',
  'responder-added',
  'other',
]);

/** The card of an alert as its story stands: never throws, whatever the state holds. */
export const buildCard = (given: AlertState, options: CardOptions = {}): AlertCard => {
  const state = asRecord(given) as unknown as AlertState;
  const s = sentences(options.language);
  const reader = { language: options.language, timeZone: options.timeZone };
  const story = readStory(state, reader);
  const title = story.title ?? s.untitled;
  const happened = tellEvent(story, s, reader);
  const layout = layoutOf(story, options);
  const silent = options.silent === true || story.type === 'test';
  const url = alertLink(state, story, s);
  return {
    severity: story.severity,
    status: story.status,
    eventType: story.type,
    layout,
    title,
    happened,
    headline: s.headline({ happened, title }),
    body: [
      ...(layout === 'full' ? fullBody(state, story, options) : compactBody(state, story, options)),
      ...footerNode(footerParts(story, url, reader)),
    ],
    ...(url && { url }),
    silent,
    calls: !silent && CALLS.has(story.type),
  };
};

const layoutOf = ({ type }: Story, { layout }: CardOptions): AlertCard['layout'] => {
  if (layout === 'full' || layout === 'compact') return layout;
  return TELLS_ALL.has(type) ? 'full' : 'compact';
};

const fullBody = (state: AlertState, story: Story, options: CardOptions): readonly CardNode[] => {
  const s = sentences(options.language);
  const event = asRecord(state.latest);
  const alert = asRecord(event.alert);
  return [
    ...factsNode(fullFacts(story, event.group, s, options)),
    ...(options.showDescription === false ? [] : textNode(alert.description)),
    ...commentNode(event, story),
    ...(options.showLabels === false ? [] : labelsNode(alert.labels)),
    ...(options.showTimeline === false ? [] : timelineNode(state.timeline, s, options)),
    ...imagesNode(alert.images),
    ...linksNode(alert.links),
  ];
};

const compactBody = (
  state: AlertState,
  story: Story,
  options: CardOptions,
): readonly CardNode[] => [
  ...commentNode(asRecord(state.latest), story),
  ...factsNode(compactFacts(story, sentences(options.language))),
];

const commentNode = (event: Readonly<Record<string, unknown>>, { type }: Story) =>
  type === 'comment-added' ? textNode(asRecord(event.comment).text) : [];

const footerParts = (
  { number, occurredAt }: Story,
  url: Link | undefined,
  reader: Reader,
): readonly Value[] => {
  const time = formatMoment(occurredAt, reader);
  return [
    ...(url === undefined ? [] : [{ value: url.text ?? url.href, href: url.href }]),
    ...(number === undefined ? [] : [{ value: `#${number}` }]),
    ...(time === undefined || occurredAt === undefined ? [] : [{ value: time, at: occurredAt }]),
  ];
};

/** Ids of events that come from no on-call platform with a name of its own. */
const NO_PLATFORM: ReadonlySet<string> = new Set(['generic', 'manual']);

const alertLink = (state: AlertState, story: Story, s: Sentences): Link | undefined => {
  const href = asSeen(asRecord(asRecord(state.latest).alert).url, 8000);
  if (href === undefined) return undefined;
  const { platform } = story;
  const named = platform !== undefined && !NO_PLATFORM.has(platform);
  return { href, text: named ? s.openAlert({ platform }) : s.openAlertAnywhere };
};
