import { dialogField } from './dialog-field.js';
import { h } from './dom.js';

const open = new Map();

/**
 * Shows a dialog of an app, or what has become of one that is open. `submit` takes the values, or
 * that the dialog is closed, and tells what came of it; `finish` gets what came of it at last.
 */
export function openDialog(dialog, submit, finish) {
  const redraw = open.get(dialog.id);
  if (redraw) redraw(dialog);
  else showDialog(dialog, submit, finish);
}

function showDialog(first, submit, finish) {
  const element = h('dialog', { className: 'app-dialog', oncancel: cancel });
  let current;
  let fields;

  function draw(dialog, problem) {
    const kept = problem && fields.map((field) => field.value());
    if (current) open.delete(current.id);
    open.set(dialog.id, draw);
    current = dialog;
    const { title, text, errors = {} } = dialog;
    fields = dialog.fields.map((field, index) =>
      dialogField(kept ? { ...field, value: kept[index] } : field, errors[field.name]),
    );
    const wrong = [problem, errors['']].filter(Boolean);
    element.setAttribute('aria-label', title);
    element.replaceChildren(
      h(
        'form',
        { onsubmit: send, noValidate: true },
        h('h2', {}, title),
        text && h('p', { className: 'dialog-text' }, text),
        wrong.map((words) => h('p', { className: 'field-error', role: 'alert' }, words)),
        fields.map((field) => field.element),
        h(
          'div',
          { className: 'dialog-buttons' },
          h('button', { type: 'button', onclick: cancel }, 'Cancel'),
          h('button', { type: 'submit', className: 'send' }, dialog.submit),
        ),
      ),
    );
    const faulty = element.querySelector('[aria-invalid]');
    (faulty ?? element.querySelector('input, textarea, select'))?.focus();
  }

  async function send(event) {
    event.preventDefault();
    for (const button of element.querySelectorAll('button')) button.disabled = true;
    const values = Object.fromEntries(fields.map(({ name, value }) => [name, value()]));
    const reaction = await submit({ dialog: current.id, values });
    if (reaction.dialog) draw(reaction.dialog);
    else if (reaction.problem) draw(current, reaction.problem);
    else close(reaction);
  }

  async function cancel(event) {
    event.preventDefault();
    close(await submit({ dialog: current.id, values: {}, cancelled: true }));
  }

  function close(reaction) {
    open.delete(current.id);
    element.close();
    element.remove();
    finish(reaction);
  }

  document.body.append(element);
  element.showModal();
  draw(first);
}
