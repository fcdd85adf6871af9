import type { NewMessage } from '../../platform';
import { pingsIn } from '../pings';
import { sizeOf } from '../size';
import type { Call } from './call';
import { calledBy } from './channels';
import type { Post } from './post';
import type { KeptPost } from './posts';

/** A post as the journal keeps it: as the server does, in the words of the API. */
export function messageOf({ post, pings }: KeptPost, { bot, channels }: Call): NewMessage {
  const channel = channels.find(post.channel_id);
  return {
    channel: channel ? calledBy(bot, channel) : post.channel_id,
    text: post.message,
    payload: { ...post },
    pings,
    size: sizeOf({ text: post.message }),
    ref: post.id,
    ...(post.root_id !== '' && { replyTo: post.root_id }),
  };
}

/** A silent post notifies nobody; what webhooks take for Slack's, a bot's post means as it is. */
export function pingsOfPost({ message, props }: Post): string[] {
  if (props.silent_notification === true) return [];
  return pingsIn({ text: message, attachments: props.attachments });
}
