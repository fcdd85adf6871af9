import { h } from '../dom.js';
import { askFirst } from './confirm.js';
import { renderMenu } from './menu.js';
import { renderText } from './text.js';

/** A button or menu, named as `control`; without `press` it is as it looks, and nothing happens. */
export function renderElement(element, control, press) {
  if (element.type === 'image') return renderPicture(element);
  const act = press && ((value) => doIt(element, press, { control, ...value }));
  return element.type === 'button' ? renderButton(element, act) : renderMenu(element, act);
}

async function doIt({ confirm }, press, act) {
  if (confirm && !(await askFirst(confirm))) return;
  await press(act);
}

function renderButton({ text, style, url, value, accessibility_label: label }, act) {
  const shown = { className: `s-button ${style ?? ''}`, 'aria-label': label };
  if (url && /^https?:/i.test(url)) {
    const link = { href: url, title: url, target: '_blank', rel: 'noreferrer noopener' };
    return h('a', { ...shown, ...link, onclick: act && (() => act()) }, renderText(text));
  }
  if (!act) {
    return h('span', { ...shown, title: value ? `value: ${value}` : undefined }, renderText(text));
  }
  const button = h('button', { ...shown, type: 'button', onclick: wait }, renderText(text));

  async function wait() {
    button.disabled = true;
    await act();
    button.disabled = false;
  }

  return button;
}

/** Pictures live elsewhere and nothing leaves this machine: the description stands in for them. */
export function renderPicture({ alt_text, image_url }) {
  return h('span', { className: 'picture', role: 'img', title: image_url }, `🖼 ${alt_text}`);
}
