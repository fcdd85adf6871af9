import { isObject, textOf } from '../../judging/shape';

const REFERENCE = 'https://docs.slack.dev/reference/block-kit';

const BLOCKS = new Set([
  'actions',
  'context',
  'divider',
  'header',
  'image',
  'markdown',
  'rich_text',
  'section',
]);
const ELEMENTS = new Set(['button', 'checkboxes', 'image', 'overflow']);

/** The page that documents the innermost block or element on the way to an issue. */
export function sourceOf(blocks: unknown[], path: PropertyKey[]): string {
  let page = `${REFERENCE}/blocks`;
  let value: unknown = blocks;
  path.forEach((step, depth) => {
    value = (value as Record<PropertyKey, unknown> | undefined)?.[step];
    if (isObject(value)) page = pageOf(textOf(value.type), depth) ?? page;
  });
  return page;
}

function pageOf(type: string, depth: number): string | undefined {
  const slug = type.replaceAll('_', '-');
  if (depth === 0 && BLOCKS.has(type)) return `${REFERENCE}/blocks/${slug}-block`;
  if (ELEMENTS.has(type)) return `${REFERENCE}/block-elements/${slug}-element`;
  if (type === 'plain_text' || type === 'mrkdwn') {
    return `${REFERENCE}/composition-objects/text-object`;
  }
  return undefined;
}
