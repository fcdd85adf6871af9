import { post, remove } from './api.js';
import { h } from './dom.js';

const RETRY_AFTER = {
  '30 seconds': () => '30',
  'an HTTP date': () => new Date(Date.now() + 30_000).toUTCString(),
  nonsense: () => 'soon',
};

const FAULTS = [
  {
    label: 'Too many',
    title: 'What the platform answers when requests come too fast',
    kind: 'rate-limit',
    make: (wait) => ({ kind: 'rate-limit', ...wait }),
  },
  { label: 'Lost answer', title: 'Taken, then the connection breaks', kind: 'lost-answer' },
  { label: 'Down', title: 'HTTP 503', kind: 'status', status: 503, body: 'Service Unavailable' },
  { label: 'Slow', title: 'Answers after 5 seconds', kind: 'delay', delayMs: 5000 },
  { label: 'Reset', title: 'The connection breaks before the message is taken', kind: 'reset' },
  { label: 'Fails later', title: 'A good answer, and nothing is posted', kind: 'fail-later' },
];

/** *Break it*: what the next requests to a platform, or to any, meet. */
export function faultRow(platforms) {
  const place = h(
    'select',
    { id: 'fault-place', onchange: offer },
    h('option', { value: '' }, 'any of them'),
    platforms.map(({ id, title }) => h('option', { value: id }, title)),
  );
  const times = h('input', { id: 'times', type: 'number', min: '1', max: '1000', value: '1' });
  const wait = h(
    'select',
    { id: 'retry-after' },
    Object.keys(RETRY_AFTER).map((name) => h('option', {}, name)),
  );
  const pending = h('p', { className: 'pending', role: 'status' });
  const clear = h('button', { type: 'button', className: 'quiet', onclick: clearAll }, 'Clear');
  const buttons = FAULTS.map((fault) =>
    h('button', { type: 'button', title: fault.title, onclick: () => ask(fault) }, fault.label),
  );

  async function ask({ label, title, make, ...fault }) {
    const how = make?.({ retryAfter: RETRY_AFTER[wait.value]() }) ?? fault;
    const where = place.value === '' ? {} : { platform: place.value };
    const request = { ...how, ...where, times: Number(times.value) };
    await post('/inspect/faults', request).catch(({ message }) => {
      pending.textContent = message;
    });
  }

  /** Only what can go wrong at the chosen platform. */
  function offer() {
    const chosen = platforms.filter(({ id }) => place.value === '' || id === place.value);
    FAULTS.forEach(({ kind }, index) => {
      buttons[index].hidden = !chosen.some(({ faults }) => faults.includes(kind));
    });
  }

  function clearAll() {
    return remove('/inspect/faults');
  }

  function show(faults) {
    const parts = faults.map((fault) => `${nameOf(fault)} × ${fault.times}${placeOf(fault)}`);
    pending.textContent = parts.length > 0 ? `Waiting: ${parts.join(', ')}` : 'All is well.';
    pending.classList.toggle('armed', parts.length > 0);
    clear.disabled = parts.length === 0;
  }

  function placeOf({ platform }) {
    const named = platforms.find(({ id }) => id === platform);
    return named ? ` at ${named.title}` : '';
  }

  offer();
  const element = h(
    'div',
    { className: 'fault-row' },
    h('span', { className: 'field' }, h('label', { for: 'fault-place' }, 'At'), place),
    h('div', { className: 'chips' }, buttons),
    h('span', { className: 'field' }, h('label', { for: 'retry-after' }, 'Retry-After'), wait),
    h('span', { className: 'field' }, h('label', { for: 'times' }, 'How often'), times),
    h('span', { className: 'field' }, pending, clear),
  );
  return { element, show };
}

function nameOf({ kind, status }) {
  return FAULTS.find((fault) => fault.kind === kind && fault.status === status)?.label ?? kind;
}
