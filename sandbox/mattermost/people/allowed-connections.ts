import { BlockList, isIP } from 'node:net';
import { isLoopback } from '../../server/loopback';

/** As on a server whose administrator has let it call this machine. */
const USUAL = 'localhost 127.0.0.0/8 ::1';

/**
 * `ServiceSettings.AllowedUntrustedInternalConnections`: hosts, addresses and networks, with spaces
 * between them. Without it a server calls no machine of its own network.
 * https://docs.mattermost.com/administration-guide/configure/environment-configuration-settings.html
 */
export class AllowedConnections {
  #value = USUAL;

  get value(): string {
    return this.#value;
  }

  change(value: string): void {
    this.#value = value;
  }

  clear(): void {
    this.#value = USUAL;
  }

  /** Why the server does not call an address, as it stands in its log. */
  objection(url: string): string | undefined {
    if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
      return 'The address is no web address; there are no plugins here.';
    }
    const host = new URL(url).hostname.replace(/^\[(.*)\]$/, '$1');
    if (!isLoopback(host)) return `${host} is not on this machine, and the sandbox stays on it.`;
    return this.#allows(host) ? undefined : FORBIDDEN;
  }

  #allows(host: string): boolean {
    const entries = this.#value.split(/\s+/);
    const addresses = host === 'localhost' ? ['127.0.0.1', '::1'] : [host];
    return entries.some((entry) => entry === host || addresses.some((one) => covers(entry, one)));
  }
}

/** https://github.com/mattermost/mattermost/blob/master/server/public/shared/httpservice/client.go */
const FORBIDDEN =
  'address forbidden, you may need to set AllowedUntrustedInternalConnections to allow an integration access to your internal network';

function covers(entry: string, address: string): boolean {
  const [network = '', prefix] = entry.split('/');
  const version = isIP(network);
  if (version === 0 || version !== isIP(address)) return false;
  const family = version === 4 ? 'ipv4' : 'ipv6';
  const list = new BlockList();
  if (prefix === undefined) list.addAddress(network, family);
  else if (!/^\d{1,3}$/.test(prefix) || Number(prefix) > (version === 4 ? 32 : 128)) return false;
  else list.addSubnet(network, Number(prefix), family);
  return list.check(address, family);
}
