import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataTableStore } from '../../nodes/host/store/data-table-store';
import { SCOPES } from '../../nodes/host/store/problems';
import { TableApi } from '../../nodes/host/store/table-api';
import { storeContract } from '../n8n/store/contract';
import { storeHttp } from '../n8n/support/plain-http';
import { createApiKey, STORE_SCOPES } from './support/api-key';
import { type N8nApplication, startN8n } from './support/n8n-application';

let n8n: N8nApplication;
let apiKey: string;
const memory = new Map<string, Promise<string>>();

beforeAll(async () => {
  n8n = await startN8n();
  apiKey = await createApiKey(n8n.session, 'store');
});
afterAll(() => n8n?.stop());

const open = (key = apiKey, tables = memory) =>
  new DataTableStore(new TableApi(storeHttp({ baseUrl: n8n.url, apiKey: key }), tables, key));

describe('the store on the real n8n', () => {
  it('makes its table once, whoever comes first', async () => {
    const runs = Array.from({ length: 5 }, () => open(apiKey, new Map()).all());
    expect(await Promise.all(runs)).toEqual([[], [], [], [], []]);
    expect(await n8n.session.call('GET', '/data-tables-global')).toMatchObject({
      data: [{ name: 'Alertwire' }],
    });
  });

  storeContract(open);

  it('says which key n8n does not take', async () => {
    const store = open('wrong');
    await expect(store.all()).rejects.toThrow();
    expect(store.api.trouble).toMatchObject({ code: 'store.unauthorized' });
  });

  it('asks for the scopes it needs, and says so where one is missing', async () => {
    expect(SCOPES).toBe(STORE_SCOPES.join(', '));
    const few = STORE_SCOPES.filter((scope) => scope !== 'dataTableRow:update');
    const store = open(await createApiKey(n8n.session, 'few', few));
    await expect(store.lease('d', 'o', 1, 2)).rejects.toThrow();
    expect(store.api.trouble).toMatchObject({ code: 'store.forbidden' });
  });
});
