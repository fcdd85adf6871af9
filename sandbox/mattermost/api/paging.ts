/** https://developers.mattermost.com/api-documentation/: `page` begins at 0. */
const USUAL = 60;
const MOST = 200;

export function rowsOf<Row>(all: readonly Row[], query: URLSearchParams): Row[] {
  const page = numberOf(query.get('page')) ?? 0;
  const size = Math.min(numberOf(query.get('per_page')) ?? USUAL, MOST);
  return all.slice(page * size, (page + 1) * size);
}

/** What is no number counts as not said. */
function numberOf(text: string | null): number | undefined {
  return text !== null && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}
