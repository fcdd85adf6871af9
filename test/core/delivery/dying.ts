import type { CardStore } from '../../../core/delivery/cards/store';

/** The store of a process that dies once a message is posted: its ref is never written down. */
export const dyingAfterPost = (store: CardStore): CardStore & { readonly died: Promise<void> } => {
  let die = () => {};
  const died = new Promise<void>((resolve) => {
    die = resolve;
  });
  const show: CardStore['show'] = (row, shown) => {
    if (shown.begun) return store.show(row, shown);
    die();
    return new Promise(() => {});
  };
  const own = { died, show };
  return new Proxy(store, {
    get: (target, name) => {
      const found: unknown = Reflect.get(name in own ? own : target, name);
      return typeof found === 'function' ? found.bind(target) : found;
    },
  }) as CardStore & typeof own;
};
