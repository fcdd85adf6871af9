import { z } from 'zod';
import { isLoopback } from './loopback';
import { Problem } from './problem';

export const targetRequest = z.strictObject({
  url: z.string().optional(),
  secret: z
    .string()
    .regex(/^[\x21-\x7e]*$/, 'A secret is visible ASCII without spaces.')
    .optional(),
  header: z
    .string()
    .regex(/^[A-Za-z0-9-]+$/, 'A header name is letters, digits and hyphens.')
    .optional(),
});

export type TargetRequest = z.output<typeof targetRequest>;

/** What may be shown of the target: never the secret, never a password in the URL. */
export interface TargetView {
  url: string | null;
  header: string;
  secretSet: boolean;
}

/** Where an on-call stand-in posts, and the shared secret it sends along. */
export class TargetSetting {
  #url: URL | undefined;
  #header = 'X-Alertwire-Secret';
  #secret = '';

  change({ url, secret, header }: TargetRequest): void {
    if (url !== undefined) this.#url = url === '' ? undefined : loopbackTarget(url);
    if (secret !== undefined) this.#secret = secret;
    if (header !== undefined) this.#header = header;
  }

  isSet(): boolean {
    return this.#url !== undefined;
  }

  view(): TargetView {
    const url = this.#url ? new URL(this.#url) : null;
    if (url) url.username = url.password = '';
    return { url: url?.href ?? null, header: this.#header, secretSet: this.#secret !== '' };
  }

  /** The address and headers of a delivery. ilert takes Basic credentials from the URL. */
  address(): { url: string; headers: Record<string, string> } {
    if (!this.#url) {
      throw new Problem(409, 'no_target', 'No target is set: give the URL of your alert trigger.');
    }
    const url = this.view().url ?? '';
    const headers: Record<string, string> = {};
    if (this.#url.username) headers.authorization = basic(this.#url);
    if (this.#secret) headers[this.#header.toLowerCase()] = this.#secret;
    return { url, headers };
  }
}

function loopbackTarget(value: string): URL {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new Problem(400, 'invalid_target', 'The target is not an http or https URL.');
  }
  if (!isLoopback(url.hostname)) {
    const message = `The target ${url.hostname} is not on this machine; use 127.0.0.1 or localhost.`;
    throw new Problem(400, 'target_not_loopback', message);
  }
  return url;
}

function basic({ username, password }: URL): string {
  const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return `Basic ${Buffer.from(pair).toString('base64')}`;
}
