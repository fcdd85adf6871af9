import { h } from './dom.js';

/** One on-call platform at a time, and a button for each. */
export function onCallSwitch(panes) {
  const shown = h('div', { className: 'oncall-shown' });
  const buttons = panes.map((pane) =>
    h('button', { type: 'button', className: 'tab', onclick: () => show(pane) }, pane.title),
  );

  function show(pane) {
    shown.replaceChildren(pane.element);
    panes.forEach((each, index) => {
      buttons[index].setAttribute('aria-pressed', String(each === pane));
    });
  }

  show(panes[0]);
  const choice = h(
    'div',
    { className: 'oncall-switch', role: 'group', 'aria-label': 'On-call platforms' },
    h('span', { className: 'caption' }, 'On call with'),
    buttons,
  );
  return h('div', { className: 'oncalls' }, panes.length > 1 && choice, shown);
}
