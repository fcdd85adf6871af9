import { post } from './api.js';
import { copyRow } from './copy-row.js';
import { h } from './dom.js';

/** Where the apps of a chat are called back, and what their owners copy to check who calls. */
export function doorsForm({ id, title }, doors, bots) {
  const inputs = new Map(doors.map((door) => [door.id, address(door)]));
  const results = new Map(doors.map(({ id: door }) => [door, h('span', { className: 'checked' })]));
  const summary = h('span', { className: 'where' });
  const notice = h('p', { className: 'notice', role: 'status' });

  function show(current) {
    for (const { id: door, url, checked } of current) {
      inputs.get(door).value = url ?? '';
      results.get(door).textContent = checked ?? '';
    }
    const open = current.filter(({ url }) => url).length;
    summary.textContent = open === 0 ? 'none' : `${open}/${current.length}`;
  }

  async function save(event) {
    event.preventDefault();
    const values = [...inputs].map(([door, input]) => [door, input.value.trim()]);
    await post(`/inspect/chats/${id}/doors`, Object.fromEntries(values)).then(
      (current) => {
        show(current);
        notice.textContent = 'Saved.';
      },
      ({ message }) => {
        notice.textContent = message;
      },
    );
  }

  const form = h(
    'form',
    { onsubmit: save, noValidate: true },
    doors.map((door) => h('label', {}, door.label, inputs.get(door.id), results.get(door.id))),
    h('button', { type: 'submit', 'aria-label': `Save the addresses of ${title}` }, 'Save'),
    notice,
  );
  show(doors);
  const element = h(
    'details',
    { className: 'webhook doors' },
    h('summary', {}, 'Callbacks ', summary),
    doors.length > 0 && form,
    bots.map(inboundRows),
  );
  return { element, show };
}

function inboundRows({ name, inbound = {} }) {
  return Object.entries(inbound).map(([part, value]) => copyRow(`${name} ${part}`, value));
}

function address({ url }) {
  return h('input', {
    type: 'url',
    spellcheck: false,
    autocomplete: 'off',
    placeholder: 'http://127.0.0.1:…',
    value: url ?? '',
  });
}
