import type { NodeAPI } from 'node-red';
import { isUndelivered, type Receipt } from '../../../core/index';

/** Answers that are remembered. */
const MOST = 1_000;

/** What people were told: several senders to one chat say the same thing to the same person once. */
export class Said {
  /** Whether it was said. */
  private readonly attempts = new Map<string, Promise<boolean>>();

  /** Undefined where somebody else has said it. */
  once(answer: string, say: () => Promise<Receipt>): Promise<Receipt | undefined> {
    const saying = unless(this.attempts.get(answer), say);
    const isSaid = (receipt: Receipt | undefined) => !receipt || !isUndelivered(receipt);
    this.attempts.delete(answer);
    this.attempts.set(
      answer,
      saying.then(isSaid, () => false),
    );
    const [oldest] = this.attempts.keys();
    if (this.attempts.size > MOST && oldest !== undefined) this.attempts.delete(oldest);
    return saying;
  }
}

const unless = async (before: Promise<boolean> | undefined, say: () => Promise<Receipt>) =>
  (await before) ? undefined : say();

const everySaid = new WeakMap<object, Said>();

/** One for the life of the process. */
export function saidOf(RED: NodeAPI): Said {
  const known = everySaid.get(RED.events) ?? new Said();
  everySaid.set(RED.events, known);
  return known;
}
