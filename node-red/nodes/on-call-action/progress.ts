import type { Node, NodeAPI } from 'node-red';
import type { ActionResult } from '../../../core/index';
import { show, timeOfDay } from '../../host/status';

/** The status dot of on-call action. */
export class Progress {
  constructor(
    private readonly RED: NodeAPI,
    private readonly node: Node,
  ) {}

  notReady(code: string): void {
    show(this.node, 'red', 'ring', code);
  }

  doing(action: string): void {
    show(this.node, 'blue', 'dot', this.text('status.doing', action));
  }

  ended(action: string, { ok, code }: ActionResult): void {
    if (!ok) show(this.node, 'red', 'dot', `${code} · ${timeOfDay(Date.now())}`);
    else if (code === 'already_done')
      show(this.node, 'grey', 'dot', this.text('status.already', action));
    else show(this.node, 'green', 'dot', this.text('status.done', action));
  }

  private text(key: string, action: string): string {
    const named = this.RED._(`option.action.${action}`);
    return this.RED._(key, { action: named, time: timeOfDay(Date.now()) });
  }
}
