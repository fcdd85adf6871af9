/** ilert's body about an alert of this name, at this moment. */
const bodyOf = (name, eventType, status) => ({
  id: name,
  eventId: `${name} ${eventType}`,
  summary: name,
  details: 'The gateway answers "503" since 02:13.',
  reportTime: new Date().toISOString(),
  timestamp: new Date().toISOString(),
  status,
  eventType,
  priority: 'HIGH',
  alertSource: { id: 3307154, name: 'Shop monitoring' },
  labels: { service: 'checkout', region: 'eu-north', severity: 'critical' },
});

export const created = (name) => bodyOf(name, 'alert-created', 'PENDING');
export const accepted = (name) => bodyOf(name, 'alert-acknowledged', 'ACCEPTED');

/** What a flow of the engine's own nodes puts in place of the message. */
export const BLOCKS = `[
  { type: 'section', text: { type: 'mrkdwn', text: '*' + alert.summary + '* ' + alert.status } },
  { type: 'section', text: { type: 'mrkdwn', text: alert.details } },
  { type: 'section', fields: Object.entries(alert.labels).map(([name, value]) =>
    ({ type: 'mrkdwn', text: '*' + name + '*\\n' + value })) },
]`;

export async function post(url, body, headers = {}) {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  await answer.arrayBuffer();
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}.`);
}
