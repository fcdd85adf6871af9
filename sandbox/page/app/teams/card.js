import { h } from '../dom.js';
import { doAction, withIds } from './controls.js';
import { hostConfig } from './host-config.js';
import { markdownWith } from './markdown.js';

/** A card drawn by Microsoft's own renderer, with Teams's markdown and mentions. */
export function cardOf(content, path, press, [AdaptiveCards, markdownit]) {
  const { AdaptiveCard, HostConfig } = AdaptiveCards;
  const markdown = markdownWith(markdownit, content.msteams?.entities ?? []);
  AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = markdown(text);
    result.didProcess = true;
  };
  const card = new AdaptiveCard();
  card.hostConfig = new HostConfig(hostConfig);
  card.onExecuteAction = (action) => doAction(action, press);
  card.parse(withIds(content, path));
  const wide = content.msteams?.width === 'Full' ? 'card wide' : 'card';
  return h('div', { className: wide }, card.render());
}
