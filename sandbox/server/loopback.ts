import { isIPv4 } from 'node:net';

/** Names that can only mean this machine. `localhost` is fixed by RFC 6761, section 6.3. */
export function isLoopback(hostname: string): boolean {
  const name = hostname.replace(/^\[(.*)\]$/, '$1').toLowerCase();
  if (name === 'localhost' || name === '::1') return true;
  return isIPv4(name) && name.startsWith('127.');
}

/** The address to listen on; throws when it is not a loopback address. */
export function loopbackAddress(host: string): string {
  if (!isLoopback(host)) {
    throw new Error(
      `The sandbox listens on loopback only; ${JSON.stringify(host)} is not loopback.`,
    );
  }
  return host === 'localhost' ? '127.0.0.1' : host.replace(/^\[(.*)\]$/, '$1');
}
