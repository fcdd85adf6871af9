import { h } from '../dom.js';
import { emojiFor } from '../slack/emoji.js';

const SPECIAL =
  /(?<![\w])@[a-z0-9][a-z0-9._-]*|(?<![\w])#\p{L}[\p{L}\d._-]*[\p{L}\d]|(?<![\w])~[a-z0-9][a-z0-9_-]*|:[a-z0-9_+-]+:/giu;
const CLASSES = { '@': 'mention', '#': 'hashtag', '~': 'hashtag' };

/** What Mattermost finds in a plain text: mentions, hashtags, channels and emoji. */
export function withMentions(text) {
  const nodes = [];
  let end = 0;
  for (const { 0: found, index } of text.matchAll(SPECIAL)) {
    nodes.push(text.slice(end, index), nodeOf(found));
    end = index + found.length;
  }
  return [...nodes, text.slice(end)].filter((node) => node !== '');
}

function nodeOf(found) {
  if (found.startsWith(':')) return emojiFor(found.slice(1, -1)) ?? found;
  return h('span', { className: CLASSES[found[0]] }, found);
}
