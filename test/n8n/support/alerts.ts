/** ilert's default webhook body, with what a test changes. */
export const ilertBody = (changes: object = {}): Record<string, unknown> => ({
  id: 4711,
  summary: 'Checkout latency above 2 s',
  details: 'p99 is 3.4 s since 10:02',
  reportTime: '2026-11-20T10:02:00.000Z',
  timestamp: '2026-11-20T10:02:01.123456789Z',
  eventId: '6d3a1f6e-6f0e-4f5c-9d67-0e9b0d3c1a11',
  status: 'PENDING',
  eventType: 'alert-created',
  priority: 'HIGH',
  alertKey: 'checkout',
  alertSource: { id: 9, name: 'Prometheus', type: 'PROMETHEUS' },
  ...changes,
});

/** An event as the Alert Trigger passes it on. */
export const alertEvent = (changes: object = {}): Record<string, unknown> => ({
  schemaVersion: 1,
  id: 'event-1',
  type: 'created',
  rawType: 'alert-created',
  platform: 'ilert',
  occurredAt: '2026-11-20T10:02:00.000Z',
  receivedAt: '2026-11-20T10:02:01.000Z',
  automatic: false,
  alert: {
    id: '4711',
    title: 'Checkout latency above 2 s',
    status: 'open',
    severity: 'high',
    labels: { team: 'payments' },
    fields: {},
    links: [],
    images: [],
  },
  assignees: [],
  capabilities: [],
  ...changes,
});
