import { h } from './dom.js';

let count = 0;

/** One field of a dialog, with what is wrong about it. */
export function dialogField(field, error) {
  const { name, label, optional } = field;
  count += 1;
  const id = `dialog-field-${count}`;
  const wrong = error && h('p', { className: 'field-error', id: `${id}-error` }, error);
  const control = controlFor(field);
  control.id = id;
  if (wrong) {
    control.setAttribute('aria-invalid', 'true');
    control.setAttribute('aria-describedby', wrong.id);
  }
  const words = [label, optional && h('span', { className: 'optional' }, ' (optional)')];
  const element = h(
    'div',
    { className: 'dialog-field' },
    h('label', { className: 'dialog-label', for: id }, words),
    control,
    wrong,
  );
  return { name, element, value: () => control.value };
}

function controlFor({ kind, value, options = [], optional }) {
  if (kind === 'textarea') return h('textarea', { rows: 4, value });
  if (kind !== 'select') return h('input', { type: 'text', autocomplete: 'off', value });
  const empty = (optional || !value) && h('option', { value: '' }, '—');
  const select = h(
    'select',
    {},
    empty,
    options.map((one) => h('option', { value: one.value }, one.label)),
  );
  select.value = value ?? '';
  return select;
}
