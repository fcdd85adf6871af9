import { isLoopback } from '../server/loopback';
import { Problem } from '../server/problem';

/** Where the apps of each chat are called back, by the names of its doors. */
export class Doors {
  readonly #addresses = new Map<string, string>();

  /** Undefined where nobody has said where. */
  address(platform: string, door: string): string | undefined {
    return this.#addresses.get(keyOf(platform, door));
  }

  /** An empty address closes the door. */
  change(platform: string, door: string, address: string): void {
    if (address === '') this.#addresses.delete(keyOf(platform, door));
    else this.#addresses.set(keyOf(platform, door), callbackAddress(address));
  }
}

const keyOf = (platform: string, door: string) => `${platform} ${door}`;

/** Throws where the address leaves this machine. */
export function callbackAddress(value: string): string {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new Problem(400, 'invalid_address', 'The address is not an http or https URL.');
  }
  if (!isLoopback(url.hostname)) {
    const message = `${url.hostname} is not on this machine; use 127.0.0.1 or localhost.`;
    throw new Problem(400, 'address_not_loopback', message);
  }
  return url.href;
}
