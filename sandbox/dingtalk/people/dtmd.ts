import type { Message } from '../../journal/entries';
import { isObject } from '../../judging/shape';
import type { Group } from '../api/groups';

const SEND = /^dtmd:\/\/dingtalkclient\/sendMessage\?(.+)$/i;

/** What somebody says who presses a link that says it for them; undefined for any other control. */
export function lineOf(
  { payload }: Message,
  control: string,
  group: Group | undefined,
): string | undefined {
  const content = contentOf(control);
  if (content === undefined || !isObject(payload) || !isLink(payload, control)) return undefined;
  const { robot } = payload;
  return group && typeof robot === 'string' ? `@${robot} ${content}` : content;
}

function contentOf(control: string): string | undefined {
  const query = SEND.exec(control)?.[1];
  return query === undefined ? undefined : (new URLSearchParams(query).get('content') ?? undefined);
}

/** Cards do not draw such links. */
function isLink(payload: Record<string, unknown>, control: string): boolean {
  return payload.cardTemplateId === undefined && holds(payload, control);
}

function holds(value: unknown, control: string): boolean {
  if (typeof value === 'string') return value === control || value.includes(`](${control})`);
  return typeof value === 'object' && value !== null
    ? Object.values(value).some((each) => holds(each, control))
    : false;
}
