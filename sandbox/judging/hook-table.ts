import type { Address, Hook } from '../platform';

export interface HookRow<Code extends string = string> {
  channel: string;
  /** Path and query below the platform's mount point, as in the real address. */
  address: string;
  /** Every well-formed message is refused with this. */
  refusal?: Code;
  note: string;
  /** The key requests are signed with, where the platform has one. */
  secret?: string;
}

export interface HookTable<Row extends HookRow> {
  /** The hook at an address; its query may say more than the hook's own. */
  find(address: Address): Row | undefined;
  list(origin: string): Hook[];
}

/** The webhooks of one platform. Their credentials open nothing but the sandbox. */
export function hookTable<Row extends HookRow>(platform: string, rows: Row[]): HookTable<Row> {
  return {
    find: (address) => rows.find((row) => leadsTo(row, address)),
    list: (origin) =>
      rows.map(({ channel, address, refusal, note, secret }) => ({
        platform,
        channel,
        url: `${origin}/${platform}${address}`,
        answers: refusal ?? 'ok',
        note,
        ...(secret !== undefined && { secret }),
      })),
  };
}

function leadsTo(row: HookRow, { path, query }: Address): boolean {
  const [ownPath, ownQuery = ''] = row.address.split('?');
  if (ownPath !== path.replace(/\/$/, '')) return false;
  return [...new URLSearchParams(ownQuery)].every(([name, value]) => query.get(name) === value);
}
