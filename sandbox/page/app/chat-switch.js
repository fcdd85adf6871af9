import { h } from './dom.js';

/** Where there is room for one chat only: a button for each, with what arrived while another was shown. */
export function chatSwitch(columns) {
  const news = new Map();
  const buttons = columns.map((column) =>
    h(
      'button',
      { type: 'button', className: 'tab', onclick: () => show(column) },
      column.title,
      h('span', { className: 'count' }),
    ),
  );
  let current;

  function show(column) {
    current = column;
    news.delete(column.id);
    for (const each of columns) each.element.classList.toggle('aside', each !== column);
    mark();
  }

  function mark() {
    columns.forEach((column, index) => {
      buttons[index].setAttribute('aria-pressed', String(column === current));
      buttons[index].querySelector('.count').textContent = news.get(column.id) ?? '';
    });
  }

  function addMessage({ platform }) {
    if (platform === current.id) return;
    news.set(platform, (news.get(platform) ?? 0) + 1);
    mark();
  }

  function clear() {
    news.clear();
    mark();
  }

  show(columns[0]);
  const element = h('div', { className: 'chat-switch', role: 'group', 'aria-label': 'Chats' }, [
    ...buttons,
  ]);
  return { element, addMessage, clear };
}
