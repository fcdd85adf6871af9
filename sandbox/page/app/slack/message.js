import { h } from '../dom.js';
import { renderAttachment } from './attachments.js';
import { renderBlocks } from './blocks.js';
import { renderMrkdwn } from './text.js';

/** What people type to an app. */
export const placeholder = '/alertwire … or @Alertwire …';

/** A message as Slack shows it: the blocks, or the text when there are none. */
export function renderMessage({ payload, at }) {
  const { text, blocks = [], attachments = [], mrkdwn = true } = payload;
  const written = mrkdwn === false ? text : renderMrkdwn(text ?? '');
  const time = new Date(at).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
  return h(
    'div',
    { className: 'slack' },
    h('div', { className: 'avatar', 'aria-hidden': 'true' }, '⚡'),
    h(
      'div',
      { className: 'post' },
      h(
        'div',
        { className: 'byline' },
        h('strong', {}, 'Alertwire'),
        h('span', { className: 'app' }, 'APP'),
        h('time', {}, time),
      ),
      blocks?.length > 0 ? renderBlocks(blocks) : text && h('div', {}, written),
      attachments?.map(renderAttachment),
    ),
  );
}
