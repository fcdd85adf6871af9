import type { N8nSession } from './n8n-session';

/** What the store's credential asks for. */
export const STORE_SCOPES = [
  'dataTable:list',
  'dataTable:create',
  'dataTableRow:read',
  'dataTableRow:create',
  'dataTableRow:update',
  'dataTableRow:delete',
];

/** A key for n8n's public API, as its settings page makes it. */
export async function createApiKey(
  session: N8nSession,
  label: string,
  scopes: readonly string[] = STORE_SCOPES,
): Promise<string> {
  const { rawApiKey } = await session.call<{ rawApiKey: string }>('POST', '/api-keys', {
    label,
    scopes,
    expiresAt: null,
  });
  return rawApiKey;
}
