import type { AlertEvent } from '../../../core/index';

/** What all senders of one destination share. */
export class Counter {
  /** Who is who, by e-mail address. */
  readonly people = new Map<string, string | undefined>();
  /** Somebody is bringing up to date what was left. */
  resuming = false;
  private last: Promise<unknown> = Promise.resolve();
  private readonly awaited = new Map<string, number>();

  /** One after the other, in the order of asking. */
  readonly turn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const mine = this.last.then(work, work);
    this.last = mine.catch(() => {});
    return mine;
  };

  /** While the work lasts, a message of the flow waits for what becomes of the alert. */
  async awaiting<Result>(event: AlertEvent, work: () => Promise<Result>): Promise<Result> {
    const key = keyOf(event);
    this.awaited.set(key, (this.awaited.get(key) ?? 0) + 1);
    try {
      return await work();
    } finally {
      const left = (this.awaited.get(key) ?? 1) - 1;
      if (left > 0) this.awaited.set(key, left);
      else this.awaited.delete(key);
    }
  }

  isAwaited(event: AlertEvent): boolean {
    return this.awaited.has(keyOf(event));
  }
}

const keyOf = ({ platform, account, alert }: AlertEvent): string =>
  JSON.stringify([platform, account, alert.id]);
