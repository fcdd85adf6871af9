import type { Node, NodeAPI } from 'node-red';
import { isUndelivered, type Receipt } from '../../../core/index';
import { show, timeOfDay } from '../status';
import type { Delivery } from './deliver';

/** Nothing new is to be seen in the chat, and that is as it should be. */
const QUIET: ReadonlySet<string> = new Set(['skipped', 'merged', 'superseded']);

const MOMENT_MS = 1_000;

/** The status dot of a sender. */
export class Progress {
  constructor(
    private readonly RED: NodeAPI,
    private readonly node: Node,
  ) {}

  notReady(code: string): void {
    show(this.node, 'red', 'ring', code);
  }

  sending(): void {
    show(this.node, 'blue', 'dot', this.text('sending'));
  }

  /** Cards go out, but nothing is kept of them. */
  noStore(): void {
    show(this.node, 'yellow', 'ring', this.text('noStore'));
  }

  /** What is over in a moment is not worth a word. */
  retrying(ms: number): void {
    if (ms < MOMENT_MS) return;
    show(
      this.node,
      'yellow',
      'ring',
      this.text('retrying', String(Math.max(1, Math.round(ms / 1_000)))),
    );
  }

  ended({ receipt, rendered, answer }: Delivery, withoutStore: boolean): void {
    const { receipt: what } = receipt;
    if (isUndelivered(receipt)) show(this.node, 'red', 'dot', troubleOf(receipt));
    else if (answer && isUndelivered(answer)) show(this.node, 'yellow', 'dot', troubleOf(answer));
    else if (answer && what === 'skipped') show(this.node, 'green', 'dot', this.text('answered'));
    else if (rendered) show(this.node, 'grey', 'dot', this.text('previewed'));
    else if (withoutStore)
      show(this.node, 'yellow', 'ring', `${this.text('noStore')} · ${this.text(what)}`);
    else if (what === 'deferred') show(this.node, 'yellow', 'ring', this.text(what));
    else if (QUIET.has(what)) show(this.node, 'grey', 'ring', this.text(what));
    else show(this.node, 'green', 'dot', this.text(what));
  }

  private text(key: string, seconds = ''): string {
    return this.RED._(`status.${key}`, { seconds, time: timeOfDay(Date.now()) });
  }
}

const troubleOf = ({ receipt, problem }: Receipt): string =>
  `${problem?.code ?? receipt} · ${timeOfDay(Date.now())}`;
