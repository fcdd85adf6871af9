import { ProblemError } from './problem-error';

interface Waiting {
  readonly lane: string;
  readonly start: () => void;
}

/** Work in order within a lane, a few lanes at a time, and no more than the limit in all. */
export class Lanes {
  private readonly busy = new Set<string>();
  private readonly waiting: Waiting[] = [];

  constructor(
    private readonly limit: number,
    private readonly width = 4,
  ) {}

  async run<T>(lane: string, work: () => Promise<T>): Promise<T> {
    if (this.busy.size + this.waiting.length >= this.limit) throw this.full();
    await this.turn(lane);
    try {
      return await work();
    } finally {
      this.busy.delete(lane);
      this.startNext();
    }
  }

  private turn(lane: string): Promise<void> {
    return new Promise((start) => {
      this.waiting.push({ lane, start });
      this.startNext();
    });
  }

  private startNext(): void {
    while (this.busy.size < this.width) {
      const index = this.waiting.findIndex(({ lane }) => !this.busy.has(lane));
      const [next] = index < 0 ? [] : this.waiting.splice(index, 1);
      if (!next) return;
      this.busy.add(next.lane);
      next.start();
    }
  }

  private full(): ProblemError {
    return new ProblemError({
      code: 'delivery.queue_full',
      message: `${this.limit} messages are already waiting for this connection.`,
      hint: 'Put a filter in front, or raise nodeMessageBufferMaxLength in settings.js.',
    });
  }
}
