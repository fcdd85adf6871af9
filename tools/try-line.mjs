const BODY = {
  id: '4711',
  summary: 'Checkout latency above 2 s',
  details: 'p99 is 3.4 s in eu-west-1 since 03:02',
  status: 'PENDING',
  eventType: 'alert-created',
  priority: 'HIGH',
  alertSource: { id: 7, name: 'Prometheus production' },
};

/** A line for a terminal that sends one ilert alert to the given address. */
export const tryLine = (url, secret) =>
  [
    'curl -sS',
    `-H 'X-Alertwire-Secret: ${secret}'`,
    `-H 'Content-Type: application/json'`,
    `-d '${JSON.stringify(BODY)}'`,
    url,
  ].join(' ');

/** The one line that says everything is up. */
export const readyLine = (engine, engineUrl, sandboxUrl, webhookUrl, secret) =>
  `Ready: ${engine} ${engineUrl} · sandbox ${sandboxUrl} · try: ${tryLine(webhookUrl, secret)}`;
