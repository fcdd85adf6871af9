import { createHash } from 'node:crypto';
import { type Authenticated, transportWith } from '../transport';
import { STORE_CREDENTIAL } from './credential';
import { DataTableStore } from './data-table-store';
import { TableApi } from './table-api';

/** Stories are long, and 250 may come at once. */
const LONGEST_ANSWER = 64 * 1024 * 1024;

/** Which table a key leads to, kept between runs of this process. */
const tables = new Map<string, Promise<string>>();

/** The node's store; undefined where none is chosen. */
export async function openStore(context: Authenticated): Promise<DataTableStore | undefined> {
  if (!context.getNode().credentials?.[STORE_CREDENTIAL]) return undefined;
  const data = await context.getCredentials(STORE_CREDENTIAL);
  const account = createHash('sha256').update(JSON.stringify(data)).digest('hex');
  const http = transportWith(context, STORE_CREDENTIAL, LONGEST_ANSWER);
  return new DataTableStore(new TableApi(http, tables, account));
}
