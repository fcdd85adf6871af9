import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Row = Record<string, unknown> & { id: number };

interface Condition {
  columnName: string;
  condition: string;
  value: unknown;
}

interface Filter {
  type: 'and' | 'or';
  filters: Condition[];
}

interface Table {
  id: string;
  name: string;
  createdAt: string;
  columns: { name: string; type: string }[];
  rows: Row[];
}

interface Reply {
  readonly status: number;
  readonly body: unknown;
}

const told = (status: number, message: string): Reply => ({ status, body: { message } });

export interface Call {
  readonly method: string;
  /** Without the id of the table. */
  readonly path: string;
}

/**
 * n8n's public API for data tables, as it answers in 2.41: no unique rows, one statement at a time,
 * names of tables unique, columns checked.
 */
export class DataTables {
  readonly calls: Call[] = [];
  readonly tables: Table[] = [];
  /** Every call is answered with this, while it is set. */
  refuses: Reply | undefined;
  pings = 0;
  private rowCount = 0;

  private constructor(private readonly server: Server) {}

  static async start(): Promise<DataTables> {
    const server = createServer();
    const tables = new DataTables(server);
    server.on('request', (request, response) => tables.answer(request, response));
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return tables;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  get credential() {
    return { baseUrl: this.url, apiKey: 'key', pingUrl: `${this.url}/ping` };
  }

  get rows(): readonly Row[] {
    return this.tables.flatMap(({ rows }) => rows);
  }

  /** The table stays, as a process that runs on remembers it. */
  reset(): void {
    for (const table of this.tables) table.rows = [];
    this.calls.length = 0;
    this.refuses = undefined;
    this.pings = 0;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let text = '';
    request.setEncoding('utf8');
    for await (const chunk of request) text += String(chunk);
    const { pathname, searchParams } = new URL(request.url ?? '', this.url);
    const { method = 'GET' } = request;
    const send = ({ status, body }: Reply) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(typeof body === 'string' ? body : JSON.stringify(body));
    };
    if (pathname === '/ping') this.pings += 1;
    else this.calls.push({ method, path: pathname.replace(/(\/data-tables)\/[^/]+/, '$1/…') });
    send(this.reply(method, pathname, searchParams, request.headers['x-n8n-api-key'], text));
  }

  private reply(
    method: string,
    pathname: string,
    searchParams: URLSearchParams,
    key: unknown,
    text: string,
  ): Reply {
    if (pathname === '/ping') return { status: 200, body: {} };
    if (this.refuses) return this.refuses;
    if (key !== 'key') return told(401, 'unauthorized');
    const body: Record<string, unknown> = text === '' ? {} : JSON.parse(text);
    const [, id, rest = ''] = /^\/api\/v1\/data-tables(?:\/([^/]+)(.*))?$/.exec(pathname) ?? [];
    const query = Object.fromEntries(searchParams);
    const filter = query.filter ? JSON.parse(query.filter) : body.filter;
    if (id === undefined) return this.onTables(method, body, filter);
    const table = this.tables.find((one) => one.id === id);
    if (!table) return told(404, 'no such table');
    const problem = unknownColumn(table, body, filter);
    if (problem) return told(400, problem);
    return this.onRows(table, `${method} ${rest}`, { ...body, ...query, filter });
  }

  private onTables(
    method: string,
    { name, columns }: Record<string, unknown>,
    filter: { name?: string } | undefined,
  ): Reply {
    if (method === 'GET') {
      const found = this.tables.filter((one) => one.name.includes(filter?.name ?? ''));
      return {
        status: 200,
        body: { data: found.map(({ rows: _, ...table }) => table), nextCursor: null },
      };
    }
    if (this.tables.some((one) => one.name === name)) return told(409, 'name is taken');
    const id = `table${this.tables.length}${Date.now()}`;
    const createdAt = new Date().toISOString();
    const table = { id, name, columns, createdAt, rows: [] } as unknown as Table;
    this.tables.push(table);
    return { status: 201, body: { id, name, createdAt } };
  }

  private onRows(
    table: Table,
    what: string,
    asked: Record<string, unknown> & { filter?: Filter },
  ): Reply {
    const { filter } = asked;
    const chosen = table.rows.filter((row) => matches(row, filter));
    switch (what) {
      case 'GET /rows': {
        const start = Number(asked.cursor ?? 0);
        const end = start + Math.min(250, Number(asked.limit ?? 100));
        const nextCursor = end < chosen.length ? String(end) : null;
        return { status: 200, body: { data: chosen.slice(start, end), nextCursor } };
      }
      case 'POST /rows': {
        const empty = Object.fromEntries(table.columns.map(({ name }) => [name, null]));
        for (const data of asked.data as object[]) {
          this.rowCount += 1;
          table.rows.push({ ...empty, ...data, id: this.rowCount });
        }
        return { status: 200, body: { success: true } };
      }
      case 'PATCH /rows/update':
        for (const row of chosen) Object.assign(row, asked.data);
        return { status: 200, body: chosen };
      case 'DELETE /rows/delete':
        table.rows = table.rows.filter((row) => !chosen.includes(row));
        return { status: 200, body: true };
      default:
        return told(404, `not found: ${what}`);
    }
  }
}

const unknownColumn = (
  { columns }: Table,
  { data = {} }: Record<string, unknown>,
  filter: Filter | undefined,
): string | undefined => {
  const written = [data].flat().flatMap((row) => Object.keys(row as object));
  const asked = filter?.filters.map(({ columnName }) => columnName) ?? [];
  const known = new Set(['id', ...columns.map(({ name }) => name)]);
  if (filter?.filters.some(({ condition }) => !condition)) return 'condition is required';
  const unknown = [...written, ...asked].find((name) => !known.has(name));
  return unknown && `unknown column name '${unknown}'`;
};

/** As n8n keeps dates on SQLite; a filter is compared with that. */
const onDisk = (cell: unknown): unknown =>
  typeof cell === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(cell)
    ? cell.replace('T', ' ').replace('Z', '')
    : cell;

const matches = (row: Row, filter: Filter | undefined): boolean => {
  if (!filter) return true;
  const holds = ({ columnName, condition, value }: Condition): boolean => {
    const cell = onDisk(row[columnName]) as number;
    if (cell === null) return value === null;
    return condition === 'lte' ? cell <= (value as number) : cell === value;
  };
  return filter.type === 'and' ? filter.filters.every(holds) : filter.filters.some(holds);
};
