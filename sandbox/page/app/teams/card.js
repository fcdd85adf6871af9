import { h } from '../dom.js';
import { hostConfig } from './host-config.js';
import { markdownWith } from './markdown.js';

/** A card drawn by Microsoft's own renderer, with Teams's markdown and mentions. */
export function cardOf(content, AdaptiveCards, markdownit) {
  const { AdaptiveCard, HostConfig } = AdaptiveCards;
  const markdown = markdownWith(markdownit, content.msteams?.entities ?? []);
  AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = markdown(text);
    result.didProcess = true;
  };
  const card = new AdaptiveCard();
  card.hostConfig = new HostConfig(hostConfig);
  card.onExecuteAction = follow;
  card.parse(content);
  const wide = content.msteams?.width === 'Full' ? 'card wide' : 'card';
  return h('div', { className: wide }, card.render());
}

function follow({ url }) {
  if (/^https?:/i.test(url)) window.open(url, '_blank', 'noreferrer,noopener');
}
