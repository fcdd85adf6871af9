import { fallbackText } from '../../fallback-text';
import { sizeOf } from '../../size';
import type { Call, Method, Outcome } from '../method';
import { ownPostOf } from '../own-post';

/** https://docs.slack.dev/reference/methods/chat.delete */
export const chatDelete: Method = { scopes: ['chat:write'], rate: 'tier3', run };

function run(call: Call): Outcome {
  const found = ownPostOf(call, 'cant_delete_message');
  if ('objection' in found) return found;
  const { conversation, ts, payload, pings } = found.post;
  call.workspace.remove(found.post);
  const { id, name: channel } = conversation;
  const text = fallbackText(payload);
  return {
    says: { channel: id, ts },
    does: 'delete',
    message: { channel, text, payload, pings, size: sizeOf(payload), ref: ts },
  };
}
