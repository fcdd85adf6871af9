import { h } from '../dom.js';
import { renderElement, renderPicture } from './elements.js';
import { renderRichText } from './rich-text.js';
import { renderText } from './text.js';

const RENDERERS = {
  header: ({ text }) => h('div', { className: 'b-header' }, renderText(text)),
  divider: () => h('hr', { className: 'b-divider' }),
  section: renderSection,
  context: ({ elements }) => h('div', { className: 'b-context' }, elements.map(contextPart)),
  actions: renderActions,
  image: renderImage,
  markdown: ({ text }) => h('div', { className: 'b-markdown' }, text),
  rich_text: renderRichText,
};

/** Blocks without an id are named by `prefix` and their place, as the sandbox's Slack names them. */
export function renderBlocks(blocks, press, prefix = 'b') {
  return blocks.map((block, index) => {
    const id = block.block_id ?? `${prefix}${index}`;
    return RENDERERS[block.type]?.(block, (element, place) =>
      renderElement(element, `${id}/${element.action_id ?? `e${place}`}`, press),
    );
  });
}

function renderActions({ elements }, render) {
  return h('div', { className: 'b-actions' }, elements.map(render));
}

function renderSection({ text, fields, accessory }, render) {
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
    accessory && h('div', { className: 'b-accessory' }, render(accessory, 0)),
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
