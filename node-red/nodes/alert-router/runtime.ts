import type { Node, NodeAPI, NodeDef } from 'node-red';
import { checkRoutes, compileRouter, type Route, routeRulesFrom } from '../../../core/index';
import { requireAlert } from '../../host/alert-of';
import { onInput } from '../../host/guard';
import { journalsOf } from '../../host/journal/index';
import { show } from '../../host/status';
import { isWired } from '../../host/wires';

interface AlertRouterDef extends NodeDef, Readonly<Record<string, unknown>> {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly z: string;
}

export default function (RED: NodeAPI): void {
  const journals = journalsOf(RED);

  function AlertRouter(this: Node, config: AlertRouterDef) {
    RED.nodes.createNode(this, config);
    const rules = routeRulesFrom(config);
    const [wrong] = checkRoutes(rules);
    if (wrong) {
      this.error(`${wrong.message} ${wrong.hint}`);
      show(this, 'red', 'ring', wrong.code);
    }
    const router = compileRouter(rules);

    onInput(this, async (message, send) => {
      const event = requireAlert(message.payload);
      const route = router(event);
      message.route = route;
      const isTaken = isWired(this, route.index);
      tell(this, route, isTaken);
      send([...Array<null>(route.index).fill(null), message]);
      if (!isTaken) await journals.settle(event.id);
    });
  }

  const tell = (node: Node, { name, matched, reasons }: Route, isTaken: boolean): void => {
    const why = reasons[0]?.message ?? '';
    if (!matched) show(node, 'grey', 'ring', RED._('status.unrouted', { why }));
    else if (!isTaken) show(node, 'yellow', 'ring', RED._('status.unwired', { name }));
    else show(node, 'green', 'dot', RED._('status.routed', { name, why }));
  };

  RED.nodes.registerType('alertwire-alert-router', AlertRouter);
}
