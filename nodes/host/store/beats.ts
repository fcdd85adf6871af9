import { type AlertEvent, type Beat, hear, listen } from '../../../core/index';
import { parsed, timeCell } from './card-cells';
import type { Cells, TableRow } from './columns';
import { all, is, type TableApi } from './table-api';

type Heartbeat = Parameters<typeof hear>[1];

const MOST_TRIES = 8;

/** The sources that have to be heard of, as rows of the store's table. Every method may reject. */
export class Beats {
  constructor(private readonly api: TableApi) {}

  /** A source was heard; alerts that its silence is over. */
  async hear(heard: Heartbeat): Promise<readonly AlertEvent[]> {
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const [row] = await this.api.rows(all(is('kind', 'heartbeat'), is('title', heard.name)));
      const { beats, events } = hear(row && beatOf(row), heard);
      const [beat] = beats;
      if (!beat) return events;
      if (!row) {
        await this.api.insert([beatCells(beat, 1)]);
        return events;
      }
      if (await this.replace(row, beat)) return events;
    }
    return [];
  }

  /** Alerts about sources that are silent for too long; told once, whoever finds them. */
  async listen(now: number): Promise<readonly AlertEvent[]> {
    const told: AlertEvent[] = [];
    for (const row of firstOfEach(await this.api.rows(all(is('kind', 'heartbeat'))))) {
      const beat = beatOf(row);
      const { beats, events } = listen(beat ? [beat] : [], now);
      const [silent] = beats;
      if (silent && events.length > 0 && (await this.replace(row, silent))) told.push(...events);
    }
    return told;
  }

  private async replace(row: TableRow, beat: Beat): Promise<boolean> {
    const rev = Number(row.rev);
    const changed = await this.api.update(
      all(is('id', row.id), is('rev', rev)),
      beatCells(beat, rev + 1),
    );
    return changed.length > 0;
  }
}

const beatCells = (beat: Beat, rev: number): Cells => ({
  kind: 'heartbeat',
  title: beat.name,
  status: beat.lost ? 'lost' : 'heard',
  changedAt: timeCell(beat.lastAt),
  rev,
  story: JSON.stringify(beat),
});

const beatOf = ({ story }: TableRow): Beat | undefined => {
  const beat = parsed(story);
  return typeof beat === 'object' && beat !== null && 'lastAt' in beat ? (beat as Beat) : undefined;
};

/** Two that heard a new source at once may both have inserted it. */
const firstOfEach = (rows: readonly TableRow[]): readonly TableRow[] => [
  ...new Map(rows.toReversed().map((row) => [row.title, row])).values(),
];
