import type { SampleEvent } from '../platform';

const mira = {
  id: 5120331,
  username: 'mira.lund',
  firstName: 'Mira',
  lastName: 'Lund',
  email: 'mira.lund@example.com',
};

const tomas = {
  id: 5120347,
  username: 'tomas.reyes',
  firstName: 'Tomás',
  lastName: 'Reyes',
  email: 'tomas.reyes@example.com',
};

const base = {
  id: '40718822',
  summary: 'Checkout: 12 % of payments fail',
  details:
    'The payment gateway answers "503 Service Unavailable" since 02:13.\nOrders wait in the queue; none is lost.',
  reportTime: '2026-03-14T02:14:05.312Z',
  priority: 'HIGH',
  alertKey: 'checkout:payment-errors',
  alertSource: { id: 3307154, name: 'Shop monitoring' },
  escalationPolicy: { id: 3301960, name: 'Shop night shift' },
  correlationId: '5d1f6f0a-3c55-4f0e-9a52-6f3f2c1b7e10',
  mergeState: 'NONE',
  labels: { service: 'checkout', region: 'eu-north', severity: 'critical' },
  links: [{ text: 'Dashboard', href: 'https://grafana.example.com/d/checkout' }],
};

type Status = 'PENDING' | 'ACCEPTED' | 'RESOLVED';

const step = (
  name: string,
  eventType: string,
  [number, timestamp, status]: readonly [number: number, timestamp: string, status: Status],
  more: Readonly<Record<string, unknown>> = {},
): SampleEvent => {
  const eventId = `9e0c4b7d-52aa-4c1e-8f36-0000000000${String(number).padStart(2, '0')}`;
  return { name, body: { ...base, ...more, status, eventType, timestamp, eventId } };
};

const waking = (...users: readonly unknown[]) => ({
  responders: users.map((user) => ({ user, status: 'PENDING' })),
});

const onIt = {
  assignedTo: tomas,
  responders: [
    { user: mira, status: 'PENDING' },
    { user: tomas, status: 'ACCEPTED', acceptedAt: '2026-03-14T02:31:47.120Z' },
  ],
};

/** One bad night, in the order in which it happened. */
export const examples: readonly SampleEvent[] = [
  step('Alert created', 'alert-created', [1, '2026-03-14T02:14:05.340811206Z', 'PENDING'], {
    priority: 'LOW',
  }),
  step('Priority raised', 'alert-raised', [2, '2026-03-14T02:16:30.004217933Z', 'PENDING']),
  step('Assigned to a person', 'alert-assigned', [3, '2026-03-14T02:16:31.771402118Z', 'PENDING'], {
    assignedTo: mira,
    ...waking(mira),
  }),
  step('Escalated', 'alert-auto-escalated', [4, '2026-03-14T02:26:31.902554710Z', 'PENDING'], {
    assignedTo: tomas,
    ...waking(mira, tomas),
  }),
  step(
    'Responder added',
    'alert-responder-added',
    [5, '2026-03-14T02:27:10.118340025Z', 'PENDING'],
    waking(mira, tomas),
  ),
  step(
    'End of escalation reached',
    'alert-escalation-ended',
    [6, '2026-03-14T02:30:31.950013377Z', 'PENDING'],
    waking(mira, tomas),
  ),
  step('Accepted', 'alert-acknowledged', [7, '2026-03-14T02:31:47.120664908Z', 'ACCEPTED'], onIt),
  step(
    'Channel attached',
    'alert-channel-attached',
    [8, '2026-03-14T02:32:02.487120559Z', 'ACCEPTED'],
    onIt,
  ),
  step('Comment added', 'alert-comment-added', [9, '2026-03-14T02:40:19.635987441Z', 'ACCEPTED'], {
    ...onIt,
    comment: 'The gateway is down on their side; payments go over the second one now.',
  }),
  step(
    'Responder removed',
    'alert-responder-removed',
    [10, '2026-03-14T02:41:55.280416392Z', 'ACCEPTED'],
    { ...onIt, responders: onIt.responders.slice(1) },
  ),
  step(
    'Still unresolved',
    'v-alert-not-resolved',
    [11, '2026-03-14T03:14:05.500000000Z', 'ACCEPTED'],
    onIt,
  ),
  step('Resolved', 'alert-resolved', [12, '2026-03-14T03:22:48.019772645Z', 'RESOLVED'], {
    ...onIt,
    resolvedOn: '2026-03-14T03:22:47.998Z',
  }),
  step(
    'Channel detached',
    'alert-channel-detached',
    [13, '2026-03-14T03:23:01.364908820Z', 'RESOLVED'],
    { ...onIt, resolvedOn: '2026-03-14T03:22:47.998Z' },
  ),
  step(
    'Another alert, resolved by itself',
    'alert-auto-resolved',
    [14, '2026-03-14T04:05:00.730115284Z', 'RESOLVED'],
    {
      id: '40718907',
      summary: 'Search: slow answers',
      details: 'Half of the searches take longer than 2 s.',
      reportTime: '2026-03-14T03:05:00.512Z',
      priority: 'LOW',
      alertKey: 'search/latency',
      correlationId: '0b7c9d7e-8a43-4d0f-b2c6-47a9d1e6f321',
      labels: { service: 'search', region: 'eu-north', severity: 'warning' },
      links: [],
      resolvedOn: '2026-03-14T04:05:00.700Z',
    },
  ),
];
