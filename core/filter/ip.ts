/** An address as bits: 32 for IPv4, 128 for IPv6. */
export interface IpAddress {
  readonly bits: 32 | 128;
  readonly value: bigint;
}

const V4 = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/;

/** An address, also with a port (`10.0.0.7:9100`, `[::1]:443`); undefined for anything else. */
export const parseIp = (text: string): IpAddress | undefined => {
  const bare = /^\[([^\]]{2,45})\](?::\d{1,5})?$|^([\d.]{7,15}):\d{1,5}$/.exec(text);
  const address = bare?.[1] ?? bare?.[2] ?? text;
  return address.length > 45 ? undefined : (parseV4(address) ?? parseV6(address));
};

const parseV4 = (text: string): IpAddress | undefined => {
  const parts = V4.exec(text)?.slice(1).map(Number);
  if (parts === undefined || parts.some((part) => part > 255)) return undefined;
  return { bits: 32, value: BigInt(parts.reduce((sum, part) => sum * 256 + part, 0)) };
};

/** https://www.rfc-editor.org/rfc/rfc4291#section-2.2; an IPv4-mapped address counts as IPv4. */
const parseV6 = (text: string): IpAddress | undefined => {
  const halves = text.split('::');
  const groups = halves.map((half) => (half === '' ? [] : half.split(':').flatMap(toGroups)));
  const [head = [], tail] = groups;
  const missing = 8 - head.length - (tail?.length ?? 0);
  if (halves.length > 2 || (tail === undefined ? missing !== 0 : missing < 1)) return undefined;
  const all = [...head, ...Array<string>(missing).fill('0'), ...(tail ?? [])];
  if (!all.every((group) => /^[\da-f]{1,4}$/i.test(group))) return undefined;
  const value = BigInt(`0x${all.map((group) => group.padStart(4, '0')).join('')}`);
  return value >> 32n === 0xffffn ? { bits: 32, value: value & 0xffffffffn } : { bits: 128, value };
};

/** The dotted end of `::ffff:10.0.0.7` as two groups. */
const toGroups = (group: string): string[] => {
  const v4 = parseV4(group)?.value;
  return v4 === undefined ? [group] : [(v4 >> 16n).toString(16), (v4 & 0xffffn).toString(16)];
};

/** Is an address within `10.0.0.0/8`? Undefined where the block itself cannot be read. */
export const compileCidr = (block: string): ((ip: IpAddress) => boolean) | undefined => {
  const [address = '', length, ...rest] = block.split('/');
  const base = parseIp(address);
  const prefix = length === undefined ? base?.bits : /^\d{1,3}$/.test(length) ? Number(length) : -1;
  if (base === undefined || prefix === undefined || rest.length > 0) return undefined;
  if (prefix < 0 || prefix > base.bits) return undefined;
  const shift = BigInt(base.bits - prefix);
  return (ip) => ip.bits === base.bits && ip.value >> shift === base.value >> shift;
};
