import { h } from '../dom.js';
import { renderAttachment } from './attachments.js';
import { renderBlocks } from './blocks.js';
import { renderMrkdwn } from './text.js';

/** What people type to an app. */
export const placeholder = '/alertwire help';

/** A message as Slack shows it: the blocks, or the text when there are none. */
export function renderMessage({ payload, at }, { press } = {}) {
  const { text, blocks = [], attachments = [], mrkdwn = true, user_profile: person } = payload;
  const written = mrkdwn === false ? text : renderMrkdwn(text ?? '');
  const time = new Date(at).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
  return h(
    'div',
    { className: 'slack' },
    person ? portrait(person) : h('div', { className: 'avatar', 'aria-hidden': 'true' }, '⚡'),
    h(
      'div',
      { className: 'post' },
      h(
        'div',
        { className: 'byline' },
        h('strong', {}, person?.real_name ?? 'Alertwire'),
        !person && h('span', { className: 'app' }, 'APP'),
        h('time', {}, time),
      ),
      blocks?.length > 0 ? renderBlocks(blocks, press) : text && h('div', {}, written),
      attachments?.map((attachment, index) => renderAttachment(attachment, index, press)),
    ),
  );
}

function portrait({ real_name: name }) {
  const initials = name.replace(/(\S)\S*\s*/gu, '$1').slice(0, 2);
  return h('div', { className: 'avatar person', 'aria-hidden': 'true' }, initials);
}
