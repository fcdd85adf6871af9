import { clockTime, h } from './dom.js';

const PILLS = { open: 'pill bad', accepted: 'pill warn', resolved: 'pill good' };
const SHOWN = 12;

/** The alerts a platform remembers, newest first: how they stand, who has them, and what was done. */
export function onCallAlerts(labels) {
  const items = new Map();
  const list = h('ol', { className: 'alerts', 'aria-live': 'polite' });
  const caption = h('h3', {}, 'Alerts');
  const element = h('div', { hidden: true }, caption, list);

  function show(alert) {
    const known = items.get(alert.id);
    const item = alertItem(alert, labels, known?.querySelector('details').open);
    items.set(alert.id, item);
    if (known) known.replaceWith(item);
    else list.prepend(item);
    if (list.children.length > SHOWN) list.lastChild.remove();
    element.hidden = false;
  }

  function clear() {
    items.clear();
    list.replaceChildren();
    element.hidden = true;
  }

  return { element, show, clear };
}

function alertItem({ status, state, title, ...alert }, labels, open = false) {
  return h(
    'li',
    { className: 'alert' },
    h(
      'details',
      { open },
      h(
        'summary',
        {},
        h('span', { className: PILLS[state] }, status),
        h('span', { className: 'alert-title' }, title || 'Without a title'),
      ),
      h(
        'ol',
        { className: 'timeline' },
        alert.history.map((happening) => line(happening, labels)),
      ),
    ),
    h(
      'p',
      { className: 'faint' },
      [whoOf(alert), levelOf(alert), snoozeOf(alert)].filter(Boolean).join(' · '),
    ),
    lastOf(alert, labels),
    alert.comments.map(({ text, by }) => h('blockquote', {}, text, h('cite', {}, by))),
  );
}

function whoOf({ people }) {
  const accepted = people.filter((one) => one.accepted);
  if (accepted.length > 0) return `with ${namesOf(accepted)}`;
  return people.length > 0 ? `called ${namesOf(people)}` : 'nobody called yet';
}

const namesOf = (people) => people.map(({ name }) => name).join(', ');

const levelOf = ({ level }) => level > 0 && `level ${level}`;

const snoozeOf = ({ snoozedUntil }) => snoozedUntil && `snoozed until ${clockTime(snoozedUntil)}`;

/** What happened last, and by whom. */
function lastOf({ history }, labels) {
  const last = history.at(-1);
  return last && h('p', { className: 'alert-last' }, said(last, labels));
}

function line(happening, labels) {
  const { at } = happening;
  return h(
    'li',
    {},
    h('span', { className: 'faint' }, clockTime(at)),
    ' ',
    said(happening, labels),
  );
}

function said({ eventType, by }, labels) {
  return `${labels.get(eventType) ?? eventType} by ${by.name}`;
}
