/** Two flows that do the same job: ours, and one of Node-RED's own nodes. */

export const SECRET = 'the-secret-of-the-bench-0123456789';
const TAB = { id: 'tab', type: 'tab', label: 'bench' };

/** alert in → alert filter → one sender for each chat. */
export function packFlow(kinds, urlOf) {
  const senders = kinds.map((kind, index) => ({
    id: `send${index}`,
    type: kind.alert,
    z: 'tab',
    connection: `conn${index}`,
    resource: 'alert',
    operation: 'upsert',
    alertSource: 'input',
    events: ['created'],
    maxWaitSeconds: 30,
    // As fast as it goes: these chats count, and limit nothing.
    messagesPerMinute: 60_000_000,
    wires: [[]],
  }));
  return [
    { id: 'secret', type: 'alertwire-webhook-secret', users: [], credentials: { secret: SECRET } },
    ...kinds.map(({ connection, chat }, index) => ({
      id: `conn${index}`,
      type: connection,
      credentials: { webhookUrl: urlOf(chat) },
    })),
    {
      id: 'in',
      type: 'alertwire-alert-in',
      z: 'tab',
      platform: 'ilert',
      path: '/pack',
      secret: 'secret',
      wires: [['filter']],
    },
    {
      id: 'filter',
      type: 'alertwire-alert-filter',
      z: 'tab',
      events: ['created', 'resolved'],
      minimumSeverity: 'warning',
      wires: [senders.map(({ id }) => id), []],
    },
    ...senders,
  ];
}

/** http in → function, which builds Slack's blocks → http request for each chat. */
export function plainFlow(kinds, urlOf) {
  const requests = kinds.map(({ chat }, index) => ({
    id: `request${index}`,
    type: 'http request',
    z: 'tab',
    method: 'POST',
    ret: 'txt',
    url: urlOf(chat),
    wires: [[]],
  }));
  return [
    {
      id: 'plain',
      type: 'http in',
      z: 'tab',
      url: '/plain',
      method: 'post',
      wires: [['build', 'answer']],
    },
    { id: 'answer', type: 'http response', z: 'tab', statusCode: '202', wires: [] },
    {
      id: 'build',
      type: 'function',
      z: 'tab',
      outputs: 1,
      func: BUILD,
      wires: [requests.map(({ id }) => id)],
    },
    ...requests,
  ];
}

const BUILD = `
const alert = msg.payload;
msg.headers = { 'content-type': 'application/json' };
msg.payload = {
  text: alert.summary,
  blocks: [
    { type: 'section', text: { type: 'mrkdwn', text: '*' + alert.summary + '*' } },
    { type: 'section', text: { type: 'mrkdwn', text: alert.details } },
    { type: 'section', fields: Object.entries(alert.labels).map(([name, value]) =>
      ({ type: 'mrkdwn', text: '*' + name + '*\\n' + value })) },
  ],
};
return msg;`;

export const flows = (kinds, urlOf) => [TAB, ...packFlow(kinds, urlOf), ...plainFlow(kinds, urlOf)];

/** ilert's body, but for its ids. */
export const ALERT = {
  summary: 'Checkout: 12 % of payments fail on node_7',
  details: 'The gateway answers "503" since 02:13.',
  reportTime: '2026-03-14T02:14:05.312Z',
  status: 'PENDING',
  eventType: 'alert-created',
  priority: 'HIGH',
  alertSource: { id: 3307154, name: 'Shop monitoring' },
  labels: { service: 'checkout', region: 'eu-north', severity: 'critical' },
};
