import { join } from 'node:path';
import type { Node, NodeAPI } from 'node-red';
import { type CardStore, cardStoreOn, memoryStore, type Store } from '../../../core/index';
import { contextOf, storeOnContext } from './context-store';
import { KeptStore } from './kept-store';
import { type Health, noting } from './noting';
import { storeOnDisk } from './store-on-disk';

export { reasonOf } from './noting';

/** Where a connection keeps its cards. */
export interface StoreChoice {
  readonly store?: string;
  /** The name of a context store, as settings.js has it. */
  readonly contextStore?: string;
}

/** The cards of one place, and whether that place works. */
export interface Cards {
  readonly store: CardStore;
  readonly health: Health;
  /** Is what is written there after the end of the process? */
  readonly outlives: boolean;
}

/** Every store of the process: one object for each place, however many nodes use it. */
export class Stores {
  readonly disk: KeptStore;
  private readonly cards = new Map<string, Cards>();

  constructor(
    folder: string,
    private readonly contextStores: readonly string[],
  ) {
    this.disk = new KeptStore(folder, () => this.cards.delete('embedded'));
  }

  cardsFor(node: Node, { store = 'embedded', contextStore = '' }: StoreChoice): Cards {
    if (store === 'memory') return this.known('memory', memoryStore, false);
    if (store !== 'context') return this.known('embedded', () => storeOnDisk(this.disk), true);
    return this.known(`context ${contextStore}`, () => this.onContext(node, contextStore), true);
  }

  /** Of every place that a node has used so far. */
  allCards(): readonly Cards[] {
    return [...this.cards.values()];
  }

  private known(place: string, open: () => Store, outlives: boolean): Cards {
    const known = this.cards.get(place);
    if (known) return known;
    const health: Health = {};
    const cards = { store: cardStoreOn(noting(open(), health), true), health, outlives };
    this.cards.set(place, cards);
    return cards;
  }

  /** Node-RED would silently take the default store in place of one it does not know. */
  private onContext(node: Node, name: string): Store {
    if (this.contextStores.includes(name)) return storeOnContext(contextOf(node), name);
    const refuse = () =>
      Promise.reject(new Error(`settings.js has no context store named "${name}".`));
    return { list: refuse, put: refuse, delete: refuse };
  }
}

interface Settings {
  readonly userDir?: string;
  readonly contextStorage?: Readonly<Record<string, unknown>>;
}

const stores = new WeakMap<object, Stores>();

/** One for the life of the process. */
export function storesOf(RED: NodeAPI): Stores {
  const key = RED.events;
  const { userDir = '.', contextStorage = {} } = RED.settings as Settings;
  const known =
    stores.get(key) ?? new Stores(join(userDir, 'alertwire'), Object.keys(contextStorage));
  stores.set(key, known);
  return known;
}
