/** Names whose values may be read by anybody, and names whose values work as a password. */
export interface QueryNames {
  open: readonly string[];
  secret: readonly string[];
}

/** A query as it may be shown: `?timestamp=1700000000000&sign=…`. What nobody knows is hidden whole. */
export function shownQuery(query: URLSearchParams, { open, secret }: QueryNames): string {
  const parts = [...query].map(([name, value]) => {
    if (open.includes(name)) return `${name}=${encodeURIComponent(value)}`;
    return secret.includes(name) ? `${name}=…` : '…';
  });
  return parts.length > 0 ? `?${parts.join('&')}` : '';
}
