import { OperationalError } from 'n8n-workflow';
import type { Http, HttpAnswer, HttpRequest, Problem } from '../../../core/index';
import { type Cell, type Cells, COLUMNS, TABLE_NAME, type TableRow } from './columns';
import { notTheApi, refusalOf } from './problems';

export interface Condition {
  readonly columnName: string;
  readonly condition: 'eq' | 'lte';
  readonly value: Cell;
}

/** One level only: n8n knows no filters in filters. */
export interface Filter {
  readonly type: 'and' | 'or';
  readonly filters: readonly Condition[];
}

export const is = (columnName: string, value: Cell): Condition => ({
  columnName,
  condition: 'eq',
  value,
});
export const all = (...filters: readonly Condition[]): Filter => ({ type: 'and', filters });
export const any = (...filters: readonly Condition[]): Filter => ({ type: 'or', filters });

const TABLES = '/api/v1/data-tables';
/** A main process under a burst of runs is slow; what it has not kept goes out unpaced. */
const TIMEOUT_MS = 25_000;
/** The most n8n gives out at once. */
const PAGE = '250';

/** n8n's public API for data tables, as far as the store needs it. Every call may reject. */
export class TableApi {
  /** Why the last call was refused. */
  trouble: Problem | undefined;

  /** `tables` remembers the table between runs of this process. */
  constructor(
    private readonly http: Http,
    private readonly tables: Map<string, Promise<string>>,
    private readonly account: string,
  ) {}

  /** In the order they were inserted. */
  async rows(filter: Filter): Promise<readonly TableRow[]> {
    const query = { filter: JSON.stringify(filter), sortBy: 'id:asc', limit: PAGE };
    return this.pages((cursor) => this.onTable('GET', '/rows', { ...query, ...cursor }));
  }

  async insert(rows: readonly Cells[]): Promise<void> {
    await this.onTable('POST', '/rows', {}, { data: rows, returnType: 'count' });
  }

  /** The rows that were changed, as they are now. */
  async update(filter: Filter, data: Cells): Promise<readonly TableRow[]> {
    const body = { filter, data, returnData: true };
    const changed = await this.onTable('PATCH', '/rows/update', {}, body);
    return Array.isArray(changed) ? changed : this.refuse(notTheApi);
  }

  async delete(filter: Filter): Promise<void> {
    await this.onTable('DELETE', '/rows/delete', { filter: JSON.stringify(filter) });
  }

  private async onTable(
    method: HttpRequest['method'],
    path: string,
    query: Readonly<Record<string, string>>,
    body?: object,
  ): Promise<unknown> {
    const known = this.tables.get(this.account);
    if (known) {
      const answer = await this.ask(method, `${TABLES}/${await known}${path}`, query, body);
      if (!isGone(answer)) return this.read(answer);
    }
    // Never looked for, or deleted since
    const table = this.table();
    this.tables.set(this.account, table);
    table.catch(() => this.tables.delete(this.account));
    return this.read(await this.ask(method, `${TABLES}/${await table}${path}`, query, body));
  }

  /** Of several runs that make the table at once all but one are refused, and find it then. */
  private async table(): Promise<string> {
    const found = await this.findTable();
    if (found !== undefined) return found;
    const columns = Object.entries(COLUMNS).map(([name, type]) => ({ name, type }));
    const answer = await this.ask('POST', TABLES, {}, { name: TABLE_NAME, columns });
    return (await this.findTable()) ?? this.refuse(refusalOf(answer));
  }

  private async findTable(): Promise<string | undefined> {
    const query = { filter: JSON.stringify({ name: TABLE_NAME }), limit: PAGE };
    const tables = await this.pages(async (cursor) =>
      this.read(await this.ask('GET', TABLES, { ...query, ...cursor })),
    );
    const ours = tables.filter(({ name }) => name === TABLE_NAME);
    const [oldest] = ours.toSorted((one, other) =>
      String(one.createdAt).localeCompare(String(other.createdAt)),
    );
    return oldest && String(oldest.id);
  }

  private async pages(
    ask: (cursor: Readonly<Record<string, string>>) => Promise<unknown>,
  ): Promise<readonly TableRow[]> {
    const rows: TableRow[] = [];
    let cursor = {};
    for (;;) {
      const page = await ask(cursor);
      if (!isPage(page)) return this.refuse(notTheApi);
      rows.push(...page.data);
      if (!page.nextCursor) return rows;
      cursor = { cursor: page.nextCursor };
    }
  }

  private ask(
    method: HttpRequest['method'],
    path: string,
    query: Readonly<Record<string, string>>,
    body?: object,
  ): Promise<HttpAnswer> {
    const asked = new URLSearchParams(query).toString();
    const request: HttpRequest = {
      method,
      url: asked === '' ? path : `${path}?${asked}`,
      headers: body ? { 'content-type': 'application/json' } : {},
      ...(body && { body: JSON.stringify(body) }),
    };
    return this.http(request, { timeoutMs: TIMEOUT_MS });
  }

  private read(answer: HttpAnswer): unknown {
    if ('failed' in answer || answer.status >= 300) return this.refuse(refusalOf(answer));
    return parsed(answer.body);
  }

  private refuse(problem: Problem): never {
    this.trouble = problem;
    throw new OperationalError(problem.message);
  }
}

const isGone = (answer: HttpAnswer): boolean => !('failed' in answer) && answer.status === 404;

const parsed = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
};

const isPage = (
  page: unknown,
): page is { readonly data: readonly TableRow[]; readonly nextCursor?: string | null } =>
  typeof page === 'object' && page !== null && 'data' in page && Array.isArray(page.data);
