import type { Node, NodeAPI, NodeStatusFill, NodeStatusShape } from 'node-red';
import type { Problem } from '../../../core/index';
import { type Reply, refusal } from '../endpoint/index';
import { Refusals } from '../refusals';
import { show, timeOfDay } from '../status';

type Values = Readonly<Record<string, string>>;

/** How a node that listens to people says how it is. */
export class Voice {
  private readonly refusals: Refusals;

  constructor(
    private readonly RED: NodeAPI,
    private readonly node: Node,
  ) {
    this.refusals = new Refusals((sentence) => node.warn(sentence));
  }

  say(fill: NodeStatusFill, shape: NodeStatusShape, key: string, values: Values = {}): void {
    show(this.node, fill, shape, this.text(key, { ...values, time: timeOfDay(Date.now()) }));
  }

  text(key: string, values: Values = {}): string {
    return this.RED._(key, values);
  }

  warn(sentence: string): void {
    this.node.warn(sentence);
  }

  /** Something is missing without which nothing is taken. */
  missing(key: string): void {
    this.node.error(this.text(`error.${key}`));
    this.say('red', 'ring', `status.${key}`);
  }

  /** What goes on until somebody does something about it is not said each time. */
  trouble({ code, message, hint }: Problem): void {
    this.say('red', 'ring', 'status.trouble', { code });
    this.refusals.note(`${message} ${hint}`, Date.now());
  }

  refuse(status: number, code: string, reason: string): Reply {
    this.say('yellow', 'ring', 'status.refused', { code });
    const sentence = this.text('warning.refused', { status: String(status), reason });
    this.refusals.note(sentence, Date.now());
    return refusal(status, code, reason);
  }
}
