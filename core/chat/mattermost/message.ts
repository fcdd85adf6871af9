import type { RenderOptions, TransportId } from '../platform';
import { measureBy } from '../size';
import type { Button } from './buttons';
import type { Part } from './draw';
import * as limits from './limits';

export type Attachment = Readonly<Record<string, unknown>>;

/**
 * Fields are drawn below the text of their attachment, whatever the order: what a person on call
 * asks first gets an attachment of its own above the story. Buttons stand below everything.
 */
export const attachmentsOf = (
  parts: readonly Part[],
  color: string,
  fallback: string,
  buttons: readonly Button[] = [],
): readonly Attachment[] => {
  const facts = parts.flatMap((part) => ('fields' in part ? [{ fields: part.fields }] : []));
  const text = parts.flatMap((part) => ('text' in part ? part.text : [])).join('\n\n');
  const small = parts.flatMap((part) => ('footer' in part ? [{ footer: part.footer }] : []));
  const story = [...(text === '' ? [] : [{ text }]), ...small];
  const cut = text === '' ? [[...facts, ...story]] : [facts, story];
  const whole = cut
    .filter((bodies) => bodies.length > 0)
    .map((bodies) => ({ color, fallback, ...Object.assign({}, ...bodies) }));
  if (buttons.length === 0) return whole;
  const last = whole.at(-1) ?? { color, fallback };
  return [...whole.slice(0, -1), { ...last, actions: buttons }];
};

const PRIORITIES: readonly unknown[] = ['important', 'urgent'];

/**
 * The destination's own options. `silent` posts came with version 11.10; older servers ignore the
 * word. https://docs.mattermost.com/developers/integrate/webhooks/incoming
 */
export const optionsOf = ({ own = {}, silent }: RenderOptions, calls: boolean) => {
  const { priority } = own;
  const channel = channelOf(own.channel);
  return {
    ...(channel !== '' && { channel }),
    ...(calls && PRIORITIES.includes(priority) && { priority: { priority } }),
    ...(silent === true && { silent: true }),
  };
};

/** As people write it: `town-square`, `#town-square`, `~town-square` or `@ada`. */
const channelOf = (value: unknown): string =>
  typeof value === 'string' ? value.trim().replace(/^~/, '').slice(0, 200) : '';

const codePoints = (text: string): number =>
  text.length - (text.match(/[\ud800-\udbff][\udc00-\udfff]/g)?.length ?? 0);

/** What the API calls a post; where it goes, the request says. */
const asPost = ({ text, attachments, priority, silent }: Message) => ({
  message: text,
  ...(attachments && attachments.length > 0 && { props: { attachments } }),
  ...(priority && { metadata: { priority } }),
  ...(silent && { silent }),
});

interface Message extends ReturnType<typeof optionsOf> {
  readonly text: string;
  readonly attachments?: readonly Attachment[];
}

const measured = measureBy({ count: codePoints, limit: limits.MESSAGE, unit: 'characters' });

export const messageFor = (via: TransportId | undefined) => (message: Message) =>
  measured(via === 'bot' ? asPost(message) : { ...message });
