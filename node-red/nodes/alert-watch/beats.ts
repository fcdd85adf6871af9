import {
  type AlertEvent,
  type Beat,
  hear,
  heartbeatIn,
  listen,
  type Store,
} from '../../../core/index';

/** The sources one watch has heard of: in memory, and written down. */
export class Beats {
  private loading: Promise<Map<string, Beat>> | undefined;
  private readonly prefix: string;

  constructor(
    private readonly store: Store,
    node: string,
    private readonly label: string,
    private readonly expectedEveryMs: number,
  ) {
    this.prefix = `beat:${node} `;
  }

  /** What to tell of a source that was heard. Rejects where it cannot be written down. */
  async hear(event: AlertEvent, now: number): Promise<readonly AlertEvent[]> {
    const beats = await this.beats();
    const heard = heartbeatIn(event, this.label, this.expectedEveryMs, now);
    const { beats: fresh, events } = hear(beats.get(heard.name), heard);
    await this.keep(beats, fresh);
    return events;
  }

  /** Which sources have been silent for too long. */
  async listen(now: number): Promise<readonly AlertEvent[]> {
    const beats = await this.beats();
    const { expectedEveryMs } = this;
    const known = [...beats.values()].map((beat) => ({ ...beat, expectedEveryMs }));
    const { beats: fresh, events } = listen(known, now);
    const changed = fresh.filter(({ name, lost }) => beats.get(name)?.lost !== lost);
    await this.keep(beats, changed);
    return events;
  }

  /** The watch is gone. */
  async forget(): Promise<void> {
    const names = [...(await this.beats()).keys()];
    await this.store.delete(names.map((name) => this.prefix + name));
  }

  /** On disk first: what was told is not told again after a restart. */
  private async keep(beats: Map<string, Beat>, fresh: readonly Beat[]): Promise<void> {
    if (fresh.length === 0) return;
    await this.store.put(fresh.map((value) => ({ key: this.prefix + value.name, value })));
    for (const beat of fresh) beats.set(beat.name, beat);
  }

  private beats(): Promise<Map<string, Beat>> {
    this.loading ??= this.load().catch((thrown: unknown) => {
      this.loading = undefined;
      throw thrown;
    });
    return this.loading;
  }

  private async load(): Promise<Map<string, Beat>> {
    const rows = await this.store.list(this.prefix);
    return new Map(rows.map(({ value }) => [(value as Beat).name, value as Beat]));
  }
}
