import type { AlertState } from '../../../core/alert/state';
import { alertOf, entryOf, stateOf } from '../../core/card/alerts';

type Spoil = (text: string) => AlertState;

const GRAPH = 'https://graphs.example.com/d/1';

/** Every place of an alert where somebody else's text can stand. */
export const FIELDS: Readonly<Record<string, Spoil>> = {
  title: (title) => stateOf({ alert: { title } }),
  description: (description) => stateOf({ alert: { description } }),
  'names of labels': (text) => stateOf({ alert: { labels: { [text]: 'x' } } }),
  'values of labels': (text) => stateOf({ alert: { labels: { job: text } } }),
  'alert source': (text) => stateOf({ origin: { id: text, name: text, type: text } }),
  responders: (text) =>
    stateOf({ type: 'assigned', assignees: [{ id: text, name: text }, { email: text }] }),
  actor: (text) =>
    stateOf({ type: 'accepted', actor: { kind: 'user', id: text, name: text, email: text } }),
  comment: (text) => stateOf({ type: 'comment-added', comment: { text, author: text } }),
  change: (text) =>
    stateOf({ type: 'priority-changed', change: { field: text, from: text, to: text } }),
  priority: (text) => stateOf({ alert: { priority: text, number: text, key: text } }),
  escalation: (text) =>
    stateOf({ type: 'escalated', escalation: { policyId: text, policyName: text, level: 2 } }),
  group: (text) => stateOf({ group: { key: text, size: 3 } }),
  'names of links': (text) => stateOf({ alert: { links: [{ text, href: GRAPH }] } }),
  'addresses of links': (text) =>
    stateOf({ alert: { links: [{ text: 'Dashboard', href: text }, { href: text }] } }),
  images: (text) =>
    stateOf({
      alert: {
        images: [
          { src: text, alt: 'Graph' },
          { src: `${GRAPH}.png`, alt: text },
        ],
      },
    }),
  address: (url) => stateOf({ alert: { url } }),
  'event and platform': (text) => stateOf({ type: 'other', rawType: text, platform: text }),
  story: (text) =>
    stateOf(
      {},
      {
        acceptedBy: text,
        resolvedBy: text,
        timeline: [entryOf('accepted', { by: text, to: [text], text })],
      },
    ),
};

/** The same text in all of them at once. */
export const everywhere: Spoil = (text) =>
  stateOf(
    {
      type: 'comment-added',
      rawType: text,
      actor: { kind: 'user', id: text, name: text },
      assignees: [{ id: text, name: text }],
      origin: { id: text, name: text },
      escalation: { policyName: text, level: 1 },
      comment: { text, author: text },
      group: { key: text, size: 2 },
      alert: alertOf({
        title: text,
        description: text,
        labels: { [text]: text },
        links: [{ text, href: GRAPH }, { href: text }],
        images: [{ src: text, alt: text }],
        url: text,
        priority: text,
        number: text,
      }),
    },
    { acceptedBy: text, timeline: [entryOf('created', { by: text, to: [text], text })] },
  );
