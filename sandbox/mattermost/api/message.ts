import type { NewMessage } from '../../platform';
import { pingsIn } from '../pings';
import { sizeOf } from '../size';
import { type Channels, labelOf } from './channels';
import { type Post, withoutIntegrations } from './post';
import type { KeptPost } from './posts';
import { PEOPLE } from './world';

/** A post as the journal keeps it: as clients are told of it, in the words of the API. */
export function messageOf({ post, pings, onlyFor }: KeptPost, channels: Channels): NewMessage {
  const channel = channels.find(post.channel_id);
  const reader = onlyFor && PEOPLE.find(({ id }) => id === onlyFor);
  return {
    channel: channel ? labelOf(channel) : post.channel_id,
    text: post.message,
    payload: { ...post, props: withoutIntegrations(post.props) },
    pings,
    size: sizeOf({ text: post.message }),
    ref: post.id,
    ...(post.root_id !== '' && { replyTo: post.root_id }),
    ...(onlyFor !== undefined && { onlyFor: reader ? `@${reader.username}` : onlyFor }),
  };
}

/** A silent post notifies nobody; what webhooks take for Slack's, a bot's post means as it is. */
export function pingsOfPost({ message, props }: Post): string[] {
  if (props.silent_notification === true) return [];
  return pingsIn({ text: message, attachments: props.attachments });
}
