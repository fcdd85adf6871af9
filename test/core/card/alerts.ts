import type { Alert, AlertEvent, EventType } from '../../../core/alert/event';
import type { AlertState, TimelineEntry } from '../../../core/alert/state';

type Changes = Partial<Omit<AlertEvent, 'alert'>> & { readonly alert?: Partial<Alert> };

export const alertOf = (changes: Partial<Alert> = {}): Alert => ({
  id: '4711',
  title: 'Checkout answers slowly',
  description: 'p99 is 2.4 s, normally 0.3 s.',
  url: 'https://acme.example.com/alerts/4711',
  status: 'open',
  severity: 'critical',
  priority: 'P1',
  startedAt: '2026-03-01T02:10:00.000Z',
  labels: { region: 'eu', host: 'web-1' },
  fields: {},
  links: [{ text: 'Dashboard', href: 'https://graphs.example.com/d/1' }],
  images: [],
  ...changes,
});

export const eventOf = (changes: Changes = {}): AlertEvent => ({
  schemaVersion: 1,
  id: 'event-1',
  type: 'created',
  rawType: 'alert-created',
  platform: 'ilert',
  occurredAt: '2026-03-01T02:12:00.000Z',
  receivedAt: '2026-03-01T02:12:01.000Z',
  automatic: false,
  origin: { id: '7', name: 'Shop probes' },
  escalation: { policyName: 'Shop on call', level: 1 },
  assignees: [{ id: '1', name: 'Ada Mint' }],
  capabilities: [],
  ...changes,
  alert: alertOf(changes.alert),
});

export const entryOf = (type: EventType, changes: Partial<TimelineEntry> = {}): TimelineEntry => ({
  eventId: `${type}-1`,
  type,
  occurredAt: '2026-03-01T02:12:00.000Z',
  automatic: false,
  ...changes,
});

export const stateOf = (changes: Changes = {}, more: Partial<AlertState> = {}): AlertState => {
  const latest = eventOf(changes);
  return { schemaVersion: 1, episode: 1, latest, timeline: [entryOf(latest.type)], ...more };
};

/** An alert in which every text people write is `text`. */
export const alertFullOf = (text: string): AlertState =>
  stateOf(
    {
      rawType: text,
      origin: { name: text },
      actor: { kind: 'user', name: text },
      escalation: { policyName: text, level: 2 },
      assignees: [{ name: text }, { name: text }],
      comment: { text },
      change: { field: text, from: text, to: text },
      alert: {
        title: text,
        description: text,
        url: text,
        priority: text,
        number: text,
        labels: { [text]: text, other: text },
        links: [
          { text, href: text },
          { text, href: 'https://graphs.example.com/' },
        ],
        images: [{ src: text, alt: text }],
      },
    },
    { timeline: [entryOf('created', { by: text }), entryOf('escalated', { to: [text] })] },
  );
