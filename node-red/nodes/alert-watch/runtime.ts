import type { Node, NodeAPI, NodeDef } from 'node-red';
import { watchCredential, watchRulesFrom } from '../../../core/index';
import { requireAlert } from '../../host/alert-of';
import { onClose, onInput } from '../../host/guard';
import { journalsOf } from '../../host/journal/index';
import { outboxOf } from '../../host/outbox/index';
import { storesOf } from '../../host/store/index';
import { storeOnDisk } from '../../host/store/store-on-disk';
import { Beats } from './beats';
import { Watch } from './watch';

interface AlertWatchDef extends NodeDef, Readonly<Record<string, unknown>> {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly z: string;
}

type AlertWatchNode = Node<{ pingUrl?: string }>;

const MINUTE_MS = 60_000;
const SOONEST_MS = 1_000;
const USUAL_SECONDS = 60;

export default function (RED: NodeAPI): void {
  const journals = journalsOf(RED);
  const outbox = outboxOf(RED);
  const stores = storesOf(RED);

  function AlertWatch(this: AlertWatchNode, config: AlertWatchDef) {
    RED.nodes.createNode(this, config);
    stores.disk.use();
    stores.cardsFor(this, {});
    const everyMinutes = Number(config.heartbeatEveryMinutes) || 0;
    const label = String(config.heartbeatName ?? '');
    const beats = new Beats(storeOnDisk(stores.disk), this.id, label, everyMinutes * MINUTE_MS);
    const seconds = Number(config.sweepEverySeconds) || USUAL_SECONDS;
    const watch = new Watch(RED, this, stores, outbox, beats, {
      rules: watchRulesFrom(config),
      everyMs: Math.max(SOONEST_MS, seconds * 1_000),
      pingUrl: this.credentials?.pingUrl?.trim() ?? '',
    });

    onInput(this, async ({ payload }) => {
      const event = requireAlert(payload);
      await watch.hear(event);
      await journals.settle(event.id);
    });
    onClose(this, async (removed) => {
      await watch.close();
      if (removed) await beats.forget().catch(() => {});
      stores.disk.release();
    });
  }

  RED.nodes.registerType('alertwire-alert-watch', AlertWatch, {
    credentials: Object.fromEntries(
      watchCredential.map(({ name }) => [name, { type: 'password' as const }]),
    ),
  });
}
