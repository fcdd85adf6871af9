import { h } from '../dom.js';

/** A menu: the words on it, then its options in their groups. */
export function renderMenu(element, act) {
  const { type, placeholder, options, option_groups: groups } = element;
  const label = placeholder?.text ?? (type === 'overflow' ? '⋯' : type);
  const known = options ?? groups;
  if (!act || !known) return h('span', { className: 's-button s-menu' }, label);
  const select = h(
    'select',
    {
      className: 's-button s-select',
      'aria-label': type === 'overflow' ? 'More actions' : label,
      onchange: pick,
    },
    h('option', { value: '' }, label),
    groups
      ? groups.map((group) =>
          h('optgroup', { label: group.label.text }, group.options.map(renderOption)),
        )
      : options.map(renderOption),
  );
  select.value = element.initial_option?.value ?? '';

  async function pick() {
    if (select.value === '') return;
    select.disabled = true;
    await act({ value: select.value });
    select.disabled = false;
    if (type === 'overflow') select.value = '';
  }

  return select;
}

function renderOption({ text, value }) {
  return h('option', { value }, text.text);
}
