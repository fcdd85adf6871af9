import type { Remembered } from './rules';

/** A webhook that somebody registered over the API, beside the target. */
export interface Subscription<Alert extends Remembered = Remembered> {
  id: string;
  url: string;
  headers: Record<string, string>;
  wants(alert: Alert, eventType: string): boolean;
}

/** An address as it may be shown: without a password, and without the values of its query. */
export function shownUrl(address: string): string {
  const url = new URL(address);
  url.username = '';
  url.password = '';
  const query = [...url.searchParams.keys()].map((name) => `${name}=…`).join('&');
  url.search = '';
  return query ? `${url.href}?${query}` : url.href;
}
