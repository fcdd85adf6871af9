import { keepSecret, readSecret } from './home.mjs';

const KEPT_AS = 'n8n-api-key';

/** What the store asks for. */
const SCOPES = [
  'dataTable:list',
  'dataTable:create',
  'dataTableRow:read',
  'dataTableRow:create',
  'dataTableRow:update',
  'dataTableRow:delete',
];

/** The credential, by its type, with which the nodes keep their cards in n8n's own data table. */
export async function storeCredential(session, home, url) {
  const kept = readSecret(home, KEPT_AS);
  const apiKey = kept && (await isKnown(url, kept)) ? kept : await newKey(session, home);
  return { alertwireStoreApi: { baseUrl: url, apiKey } };
}

async function isKnown(url, apiKey) {
  const headers = { 'X-N8N-API-KEY': apiKey };
  return (await fetch(`${url}/api/v1/data-tables?limit=1`, { headers })).ok;
}

/** n8n wants each key to have a label of its own. */
async function newKey(session, home) {
  const label = `Alertwire ${new Date().toISOString()}`;
  const key = { label, scopes: SCOPES, expiresAt: null };
  return keepSecret(home, KEPT_AS, (await session.call('POST', '/api-keys', key)).rawApiKey);
}
