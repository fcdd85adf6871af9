export interface CardInTable {
  readonly title: string;
  readonly status: string;
  readonly rev: number;
  readonly pending: string | null;
  /** Of the message that shows it, as JSON. */
  readonly ref: string | null;
}

/** The store as people see it: n8n's own API. */
export class DataTable {
  constructor(
    private readonly url: string,
    private readonly key: string,
  ) {}

  /** The cards, once nothing is to be shown any more. */
  async settled(): Promise<readonly CardInTable[]> {
    for (;;) {
      const cards = await this.cards();
      if (cards.every(({ pending }) => !pending)) return cards;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }

  async cards(): Promise<readonly CardInTable[]> {
    const tables = await this.ask<{ id: string; name: string }[]>('/data-tables');
    const table = tables.find(({ name }) => name === 'Alertwire');
    const filter = {
      type: 'and',
      filters: [{ columnName: 'kind', condition: 'eq', value: 'card' }],
    };
    const cards: CardInTable[] = [];
    let cursor: string | undefined;
    do {
      const query = new URLSearchParams({
        limit: '250',
        filter: JSON.stringify(filter),
        ...(cursor && { cursor }),
      });
      const page = await this.page(`/data-tables/${table?.id}/rows?${query}`);
      cards.push(...page.data);
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    return cards;
  }

  private async ask<T>(path: string): Promise<T> {
    return (await this.page(path)).data as T;
  }

  private async page(path: string) {
    const answer = await fetch(`${this.url}/api/v1${path}`, {
      headers: { 'X-N8N-API-KEY': this.key },
    });
    if (!answer.ok) throw new Error(`n8n answered ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as { data: CardInTable[]; nextCursor?: string | null };
  }
}
