import { h } from '../dom.js';
import { renderText } from './text.js';

/** Asks before it is done; fulfilled with true or false. */
export function askFirst({ title, text, confirm, deny, style }) {
  return new Promise((resolve) => {
    const dialog = h(
      'dialog',
      { className: 'app-dialog', 'aria-label': title.text, oncancel: () => answer(false) },
      h(
        'div',
        { className: 'slack-confirm' },
        h('h2', {}, renderText(title)),
        h('div', {}, renderText(text)),
        h(
          'div',
          { className: 'dialog-buttons' },
          h('button', { type: 'button', onclick: () => answer(false) }, renderText(deny)),
          h(
            'button',
            { type: 'button', className: `send ${style ?? ''}`, onclick: () => answer(true) },
            renderText(confirm),
          ),
        ),
      ),
    );

    function answer(yes) {
      dialog.close();
      dialog.remove();
      resolve(yes);
    }

    document.body.append(dialog);
    dialog.showModal();
  });
}
