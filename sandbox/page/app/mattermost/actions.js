import { h } from '../dom.js';
import { optionsFrom } from './known.js';

const COLOUR = /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i;

/** The buttons and menus of an attachment; without `press` they are as they look. */
export function renderActions(actions, press) {
  const shown = actions.filter(Boolean);
  if (shown.length === 0) return undefined;
  return h(
    'div',
    { className: 'actions' },
    shown.map((action) => (action.type === 'select' ? menu(action, press) : button(action, press))),
  );
}

function button({ id, name, style, tooltip, disabled }, press) {
  const colour = COLOUR.test(style ?? '');
  const element = h(
    'button',
    {
      type: 'button',
      className: `action ${colour ? '' : (style ?? '')}`.trim(),
      title: tooltip,
      disabled: Boolean(disabled) || !press,
      onclick: () => during(element, () => press({ control: id })),
    },
    name,
  );
  if (colour) Object.assign(element.style, { borderColor: style, color: style });
  return element;
}

function menu({ id, name, options, data_source, default_option, disabled }, press) {
  const listed = data_source ? optionsFrom(data_source) : (options ?? []);
  const element = h(
    'select',
    {
      className: 'action',
      'aria-label': name,
      disabled: Boolean(disabled) || !press,
      onchange: () => during(element, () => press({ control: id, value: element.value })),
    },
    h('option', { value: '', disabled: true }, name),
    listed.map(({ value, text }) => h('option', { value }, text)),
  );
  element.value = default_option ?? '';
  return element;
}

/** Nobody presses twice while the app is asked. */
async function during(element, act) {
  element.disabled = true;
  await act();
  element.disabled = false;
}
