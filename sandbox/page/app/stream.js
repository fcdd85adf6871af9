const KINDS = [
  'message',
  'message-changed',
  'request',
  'delivery',
  'alert',
  'callback',
  'doors',
  'dialog',
  'night',
  'faults',
  'target',
  'reset',
];

/** Live events; `onReady` runs after each (re)connection, so that nothing missed stays missing. */
export function openStream({ onReady, onLost, on }) {
  const source = new EventSource('/inspect/stream');
  source.addEventListener('ready', onReady);
  source.addEventListener('error', onLost);
  for (const kind of KINDS) {
    source.addEventListener(kind, (event) => on[kind]?.(JSON.parse(event.data)));
  }
}
