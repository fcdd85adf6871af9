import { h } from '../dom.js';
import { renderText } from './text.js';

/** A button or menu as it looks; nothing happens when it is pressed. */
export function renderElement(element) {
  if (element.type === 'image') return renderPicture(element);
  if (element.type === 'button') return renderButton(element);
  const label = element.placeholder?.text ?? (element.type === 'overflow' ? '⋯' : element.type);
  return h('span', { className: 's-button s-menu' }, label);
}

function renderButton({ text, style, url, value }) {
  const className = `s-button ${style ?? ''}`;
  if (url && /^https?:/i.test(url)) {
    const link = { className, href: url, title: url, target: '_blank', rel: 'noreferrer noopener' };
    return h('a', link, renderText(text));
  }
  return h('span', { className, title: value ? `value: ${value}` : undefined }, renderText(text));
}

/** Pictures live elsewhere and nothing leaves this machine: the description stands in for them. */
export function renderPicture({ alt_text, image_url }) {
  return h('span', { className: 'picture', role: 'img', title: image_url }, `🖼 ${alt_text}`);
}
