// https://open.dingtalk.com/document/robots/custom-robot-access: the part of Markdown DingTalk draws
const HEADING = /^(#{1,6})\s+(.*)$/;
const QUOTE = /^>\s?/;
const ITEM = /^(?:[-*+]|(\d{1,9})[.)])\s+(.*)$/;
const INLINE =
  /!\[([^[\]\n]*)\]\(([^()\s]+)\)|\[([^[\]\n]+)\]\(([^()\s]+)\)|(\*\*|__)(?=\S)(.+?)(?<=\S)\5|(?<!\w)([*_])(?=\S)([^*_\n]+?)(?<=\S)\7(?!\w)|(@[^\s@\u200b]+)/g;

/** DingTalk's Markdown as a tree of plain objects: heading, quote, item and line, with inline parts. */
export function parseMarkdown(text, called = []) {
  return text.split(/\n{2,}/).map((paragraph) => ({
    type: 'paragraph',
    blocks: joinLines(paragraph).map((line) => parseLine(line, called)),
  }));
}

/** A line goes on in the next one unless two spaces end it, or the next one begins something. */
function joinLines(paragraph) {
  const lines = [];
  let open = false;
  for (const raw of paragraph.split('\n')) {
    const line = raw.replace(/^[ \t]+|[ \t]+$/g, '');
    const begins = HEADING.test(line) || QUOTE.test(line) || ITEM.test(line);
    if (open && !begins) lines[lines.length - 1] += ` ${line}`;
    else lines.push(line);
    open = !/ {2}$/.test(raw) && !HEADING.test(line);
  }
  return lines;
}

function parseLine(line, called) {
  const heading = HEADING.exec(line);
  if (heading) {
    return { type: 'heading', level: heading[1].length, parts: parseInline(heading[2], called) };
  }
  if (QUOTE.test(line)) {
    return { type: 'quote', parts: parseInline(line.replace(QUOTE, ''), called) };
  }
  const item = ITEM.exec(line);
  if (item) return { type: 'item', number: item[1], parts: parseInline(item[2], called) };
  return { type: 'line', parts: parseInline(line, called) };
}

export function parseInline(text, called = []) {
  const parts = [];
  let end = 0;
  const plain = (until) =>
    until > end && parts.push({ type: 'text', text: text.slice(end, until) });
  for (const match of text.matchAll(INLINE)) {
    plain(match.index);
    parts.push(inlinePart(match, called));
    end = match.index + match[0].length;
  }
  plain(text.length);
  return parts;
}

function inlinePart([whole, alt, image, label, url, strong, bold, mark, italic, mention], called) {
  if (image !== undefined) return { type: 'image', url: image, alt };
  if (url !== undefined) return { type: 'link', url, parts: parseInline(label, called) };
  if (strong) return { type: 'bold', parts: parseInline(bold, called) };
  if (mark) return { type: 'italic', parts: parseInline(italic, called) };
  return called.includes(mention)
    ? { type: 'mention', text: mention }
    : { type: 'text', text: whole };
}
