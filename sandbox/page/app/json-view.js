import { h } from './dom.js';

export function jsonView(value) {
  const text = JSON.stringify(value, null, 2);
  return h('pre', { className: 'json', tabIndex: 0, 'aria-label': 'JSON' }, text);
}
