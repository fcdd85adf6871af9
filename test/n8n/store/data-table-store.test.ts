import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DataTableStore } from '../../../nodes/host/store/data-table-store';
import { TableApi } from '../../../nodes/host/store/table-api';
import { DataTables } from '../support/data-tables';
import { storeHttp } from '../support/plain-http';
import { storeContract } from './contract';

let tables: DataTables;
let memory = new Map<string, Promise<string>>();

beforeAll(async () => {
  tables = await DataTables.start();
});
afterAll(() => tables.close());
beforeEach(() => {
  tables.reset();
  tables.tables.length = 0;
  memory = new Map();
});

const open = (changes = {}) =>
  new DataTableStore(new TableApi(storeHttp({ ...tables.credential, ...changes }), memory, 'a'));

describe('cards in a data table', () => {
  storeContract(open);
});

describe('the table', () => {
  it('is made once, by whoever comes first', async () => {
    const runs = Array.from({ length: 5 }, () =>
      new DataTableStore(new TableApi(storeHttp(tables.credential), new Map(), 'a')).all(),
    );
    expect(await Promise.all(runs)).toEqual([[], [], [], [], []]);
    expect(tables.tables).toMatchObject([{ name: 'Alertwire' }]);
  });

  it('is looked for once in a process, and again where it is gone', async () => {
    await open().all();
    await open().all();
    expect(tables.calls.filter(({ path }) => path === '/api/v1/data-tables')).toHaveLength(3);
    tables.tables.length = 0;
    expect(await open().all()).toEqual([]);
    expect(tables.tables).toHaveLength(1);
  });
});

describe('a store that does not answer', () => {
  it.each([
    [401, '{"message":"unauthorized"}', 'store.unauthorized'],
    [403, '{"message":"Forbidden"}', 'store.forbidden'],
    [404, 'Cannot GET', 'store.not_found'],
    [500, 'oops', 'store.refused'],
    [400, '{"message":"Data table size limit exceeded: 50MB used, limit is 50MB"}', 'store.full'],
    [200, '<html>Sign in</html>', 'store.not_the_api'],
  ])('says why: %d', async (status, body, code) => {
    tables.refuses = { status, body };
    const store = open();
    await expect(store.all()).rejects.toThrow();
    expect(store.api.trouble).toMatchObject({ code, hint: expect.stringMatching(/\w+ \w+/) });
  });

  it('says so where nobody is there', async () => {
    const store = open({ baseUrl: 'http://127.0.0.1:9' });
    await expect(store.all()).rejects.toThrow('ECONNREFUSED');
  });
});
