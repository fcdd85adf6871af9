// https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-format
const RULES = ['emphasis', 'link', 'list', 'escape', 'entity', 'newline', 'linkify'];

/** The part of markdown that Teams draws, as HTML in which every other text is escaped. */
export function markdownWith(markdownit, entities) {
  const parser = markdownit('zero', { html: false, linkify: true }).enable(RULES);
  const mentions = entities.map(({ text }) => text);
  return (text) => mentions.reduce(withMention, parser.render(text));
}

function withMention(html, mention) {
  const name = mention.replace(/^<at>|<\/at>$/g, '');
  return html.replaceAll(htmlOf(mention), `<span class="at">${htmlOf(name)}</span>`);
}

function htmlOf(text) {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
