import type { IncomingHttpHeaders } from 'node:http';

const SECRET_NAME = /auth|cookie|secret|token|key|signature|password|credential/i;

export function redactHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  const entries = Object.entries(headers).map(([name, value]) => [
    name,
    SECRET_NAME.test(name) ? '[redacted]' : [value].flat().join(', '),
  ]);
  return Object.fromEntries(entries);
}
