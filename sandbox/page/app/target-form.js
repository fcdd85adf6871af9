import { post } from './api.js';
import { h } from './dom.js';

/** Where the platform posts to. The secret can be set here but never read. */
export function targetForm(id) {
  const url = h('input', {
    id: `${id}-url`,
    type: 'url',
    placeholder: 'http://127.0.0.1:1880/alertwire/…',
    spellcheck: false,
  });
  const secret = h('input', { id: `${id}-secret`, type: 'password', autocomplete: 'off' });
  const secretLabel = h('label', { for: `${id}-secret` });
  const summary = h('span', { className: 'where' });
  let known = false;
  const notice = h('p', { className: 'notice', role: 'status' });

  /** True when there is a target; otherwise leads to where one is given. */
  function ready() {
    if (known) return true;
    element.open = true;
    notice.textContent = 'First say where to send it: the URL of your alert trigger.';
    url.focus();
    return false;
  }

  function show(target) {
    if (!known) notice.textContent = '';
    known = target.url !== null;
    url.value = target.url ?? '';
    summary.textContent = target.url ?? 'not set yet';
    secretLabel.textContent = `Secret, sent as ${target.header}`;
    secret.placeholder = target.secretSet ? 'is set; type to change it' : 'none';
    secret.value = '';
    if (!target.url) element.open = true;
  }

  async function save(event) {
    event.preventDefault();
    const change = { url: url.value.trim(), ...(secret.value && { secret: secret.value }) };
    await post(`/${id}/target`, change).then(
      (target) => {
        show(target);
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
    h('label', { for: `${id}-url` }, 'URL of your alert trigger'),
    url,
    secretLabel,
    secret,
    h('button', { type: 'submit' }, 'Save'),
    notice,
  );
  const element = h(
    'details',
    { className: 'target' },
    h('summary', {}, h('span', { className: 'caption' }, 'Target'), ' ', summary),
    form,
  );
  return { element, show, ready };
}
