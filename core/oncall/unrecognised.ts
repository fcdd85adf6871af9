import { digest } from '../alert/digest';
import type { AlertEvent } from '../alert/event';
import { NO_TIME } from '../alert/time';
import { record, text } from '../alert/untrusted';
import type { ParsedWebhook, ParseOptions } from './platform';
import { copyRaw } from './raw';

/** Authenticated JSON that no platform knows still becomes an event, so that nothing is lost. */
export const unrecognised = (
  platform: { readonly id: string; readonly name: string } | undefined,
  body: unknown,
  receivedAt: string | undefined,
  { includeRaw = true }: ParseOptions,
): ParsedWebhook => {
  const raw = copyRaw(body);
  const id = digest(platform?.id, JSON.stringify(raw));
  const time = receivedAt ?? NO_TIME;
  const event: AlertEvent = {
    schemaVersion: 1,
    id,
    type: 'other',
    rawType: text(record(body).eventType) ?? 'unknown',
    platform: platform?.id ?? 'unknown',
    ...(platform && { platformName: platform.name }),
    occurredAt: time,
    receivedAt: time,
    automatic: false,
    alert: {
      id: id.slice(0, 12),
      title: 'Unrecognised webhook',
      status: 'open',
      severity: 'unknown',
      labels: {},
      fields: {},
      links: [],
      images: [],
    },
    assignees: [],
    capabilities: [],
    ...(includeRaw && { raw }),
  };
  return { events: [event], warnings: [warning(platform?.name)] };
};

const warning = (name: string | undefined): string =>
  name === undefined
    ? 'No on-call platform is known to send such a body; it is passed on as "other".'
    : `This does not look like a webhook of ${name}; it is passed on as "other".`;
