/** Says the first refusal at once and afterwards only how many there were, once a minute. */
export class Refusals {
  private saidAt = Number.NEGATIVE_INFINITY;
  private unsaid = 0;

  constructor(
    private readonly say: (sentence: string) => void,
    private readonly everyMs = 60_000,
  ) {}

  note(sentence: string, now: number): void {
    if (now - this.saidAt < this.everyMs) {
      this.unsaid += 1;
      return;
    }
    this.say(this.unsaid > 0 ? `${sentence} (and ${this.unsaid} more before)` : sentence);
    this.saidAt = now;
    this.unsaid = 0;
  }
}
