import { clockTime, h } from './dom.js';
import { jsonView } from './json-view.js';

/** Verdict, size, pings, history and payload of one message. */
export function wireView({ size, pings, payload, history, id }, request) {
  return h(
    'div',
    { className: 'wire-body' },
    h(
      'dl',
      {},
      row('Verdict', verdict(request)),
      row('Size', sizeBar(size)),
      row('Pings', pings.length > 0 ? pings.map(ping) : 'nobody'),
      row('History', history.map(({ event, at }) => `${event} ${clockTime(at)}`).join(', ')),
      row('Id', id),
    ),
    jsonView(payload),
    ...history.filter(({ before }) => before).map(earlier),
  );
}

/** What a message was before it was changed. */
function earlier({ event, at, before }) {
  return h(
    'details',
    {},
    h('summary', {}, `Before it was ${event} at ${clockTime(at)}`),
    jsonView(before.payload),
  );
}

function row(name, value) {
  return h('div', {}, h('dt', {}, name), h('dd', {}, value));
}

function verdict(request) {
  if (!request) return 'accepted';
  const { status, fault, bodySize } = request;
  const parts = ['accepted', status ? `HTTP ${status}` : 'answer lost', `${bodySize} bytes`];
  return [...parts, fault].filter(Boolean).join(' · ');
}

function ping(mention) {
  return h('code', { className: 'ping' }, mention);
}

function sizeBar({ used, limit, unit }) {
  const bar = h('span', { className: used > limit * 0.9 ? 'fill tight' : 'fill' });
  bar.style.width = `${Math.min(100, (used / limit) * 100)}%`;
  return [
    h('span', { className: 'bar', 'aria-hidden': 'true' }, bar),
    `${used.toLocaleString('en')} of ${limit.toLocaleString('en')} ${unit}`,
  ];
}
