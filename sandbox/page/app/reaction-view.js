import { h } from './dom.js';

/** What comes of an action and is no message: what the platform complains of, or says to one person. */
export function reactionView() {
  const element = h('div', { className: 'reactions', role: 'status' });
  let changes = 0;

  function show({ problem, notice }, name) {
    element.replaceChildren();
    if (problem) element.append(note('problem', '⚠', problem));
    if (notice) element.append(note('notice', '👁', notice, `Only visible to ${name}`));
  }

  function note(kind, sign, words, remark) {
    const dismiss = () => element.replaceChildren();
    return h(
      'div',
      { className: `reaction ${kind}` },
      h('span', { 'aria-hidden': 'true' }, sign),
      h('div', {}, h('p', {}, words), remark && h('p', { className: 'remark' }, remark)),
      h(
        'button',
        { type: 'button', className: 'quiet', 'aria-label': 'Dismiss', onclick: dismiss },
        '✕',
      ),
    );
  }

  /** What was said for the meantime is over. */
  function settle() {
    changes += 1;
    element.querySelector('.notice')?.remove();
  }

  /** Shows what comes of what begins now; what was said for the meantime may be over by then. */
  function begin() {
    const before = changes;
    return ({ problem, notice }, name) =>
      show({ problem, notice: changes === before ? notice : undefined }, name);
  }

  return { element, show, begin, settle };
}
