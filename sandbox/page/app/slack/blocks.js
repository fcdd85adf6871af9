import { h } from '../dom.js';
import { renderElement, renderPicture } from './elements.js';
import { renderRichText } from './rich-text.js';
import { renderText } from './text.js';

const RENDERERS = {
  header: ({ text }) => h('div', { className: 'b-header' }, renderText(text)),
  divider: () => h('hr', { className: 'b-divider' }),
  section: renderSection,
  context: ({ elements }) => h('div', { className: 'b-context' }, elements.map(contextPart)),
  actions: ({ elements }) => h('div', { className: 'b-actions' }, elements.map(renderElement)),
  image: renderImage,
  markdown: ({ text }) => h('div', { className: 'b-markdown' }, text),
  rich_text: renderRichText,
};

export function renderBlocks(blocks) {
  return blocks.map((block) => RENDERERS[block.type]?.(block));
}

function renderSection({ text, fields, accessory }) {
  return h(
    'div',
    { className: 'b-section' },
    h(
      'div',
      { className: 'b-section-main' },
      text && h('div', {}, renderText(text)),
      fields &&
        h(
          'div',
          { className: 'b-fields' },
          fields.map((field) => h('div', {}, renderText(field))),
        ),
    ),
    accessory && h('div', { className: 'b-accessory' }, renderElement(accessory)),
  );
}

function contextPart(element) {
  return element.type === 'image'
    ? renderPicture(element)
    : h('div', { className: 'b-context-text' }, renderText(element));
}

function renderImage({ title, ...picture }) {
  return h(
    'figure',
    { className: 'b-image' },
    title && h('figcaption', {}, renderText(title)),
    renderPicture(picture),
  );
}
