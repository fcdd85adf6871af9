import type { Node, NodeAPI, NodeDef } from 'node-red';
import {
  checkRules,
  compileFilter,
  type FilterDecision,
  filterRulesFrom,
  type SeenEvents,
} from '../../../core/index';
import { requireAlert } from '../../host/alert-of';
import { tellSidebar } from '../../host/debug-sidebar';
import { onClose, onInput } from '../../host/guard';
import { journalsOf } from '../../host/journal/index';
import { show, timeOfDay } from '../../host/status';

interface AlertFilterDef extends NodeDef, Readonly<Record<string, unknown>> {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly z: string;
  readonly showDropped: boolean;
}

export default function (RED: NodeAPI): void {
  const journals = journalsOf(RED);
  /** Outlives a deploy, so that changing another node does not let repeats through. */
  const seenBy = new Map<string, SeenEvents>();

  function AlertFilter(this: Node, config: AlertFilterDef) {
    RED.nodes.createNode(this, config);
    const rules = filterRulesFrom(config);
    const [wrong] = checkRules(rules);
    if (wrong) {
      this.error(`${wrong.message} ${wrong.hint}`);
      show(this, 'red', 'ring', wrong.code);
    }
    const filter = compileFilter(rules);

    onInput(this, async (message, send) => {
      const event = requireAlert(message.payload);
      const context = { now: Date.now(), seen: seenBy.get(this.id), earlier: message.decision };
      const { decision, seen } = filter(event, context);
      seenBy.set(this.id, seen);
      message.decision = decision;
      if (decision.effect !== 'drop') {
        show(this, 'green', 'dot', passed(event.type, decision));
        return send([message, null]);
      }
      const sentence = RED._('status.dropped', { reason: reasonsOf(decision) });
      show(this, 'grey', 'ring', sentence);
      if (config.showDropped !== false) tellSidebar(RED, this, event.alert.id, sentence);
      send([null, message]);
      await journals.settle(event.id);
    });
    onClose(this, (removed) => {
      if (removed) seenBy.delete(this.id);
    });
  }

  const passed = (type: string, { effect, silent }: FilterDecision): string => {
    const key = silent ? 'silent' : effect;
    return RED._(`status.${key}`, { type, time: timeOfDay(Date.now()) });
  };

  RED.nodes.registerType('alertwire-alert-filter', AlertFilter);
}

const reasonsOf = ({ reasons }: FilterDecision): string =>
  reasons.map(({ message }) => message).join(' ');
