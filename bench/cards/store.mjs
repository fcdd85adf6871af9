import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const HOST = '../../dist/nodes/host/store';

/** A key for n8n's API, as its settings page makes it. */
export async function apiKeyOf(session) {
  const { SCOPES } = require(`${HOST}/problems.js`);
  const scopes = SCOPES.split(', ');
  const key = { label: 'bench', scopes, expiresAt: null };
  return (await session.call('POST', '/api-keys', key)).rawApiKey;
}

/** The pack's store, seen from outside n8n. */
export function openStore(credential) {
  const { authenticateStore } = require(`${HOST}/credential.js`);
  const { TableApi } = require(`${HOST}/table-api.js`);
  const { DataTableStore } = require(`${HOST}/data-table-store.js`);
  const http = async ({ method, body, ...asked }) => {
    const { url, headers } = await authenticateStore(credential, asked);
    const answer = await fetch(url, { method, headers, ...(body && { body }) });
    return { status: answer.status, headers: {}, body: await answer.text() };
  };
  return new DataTableStore(new TableApi(http, new Map(), 'bench'));
}
