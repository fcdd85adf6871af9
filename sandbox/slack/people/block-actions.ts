import type { JsonObject } from '../../judging/shape';
import type { Conversation } from '../api/conversations';
import type { SlackPerson } from '../api/people';
import { type Control, controlsIn } from './control';
import { picked } from './picked';
import type { Pressed } from './pressed';
import { interaction, nameIn } from './who';

export interface Action {
  person: SlackPerson;
  conversation: Conversation;
  pressed: Pressed;
  control: Control;
  /** What was picked. */
  value: string | undefined;
  inputs: Record<string, string>;
  triggerId: string;
  responseUrl: string;
  /** Seconds and microseconds, as of messages. */
  actionTs: string;
}

/** https://docs.slack.dev/reference/interaction-payloads/block_actions-payload */
export function blockActions(action: Action, did: JsonObject): JsonObject {
  const { person, conversation, pressed, triggerId, responseUrl } = action;
  const { app, object } = pressed;
  return {
    type: 'block_actions',
    ...interaction(app, person),
    container: containerOf(action),
    trigger_id: triggerId,
    channel: { id: conversation.id, name: nameIn(conversation) },
    ...(object && { message: object }),
    state: { values: stateOf(action) },
    response_url: responseUrl,
    actions: [did],
  };
}

/** What was done to one element; undefined where a menu has no such option. */
export function didTo({ control, value, actionTs }: Action): JsonObject | undefined {
  const { block, element } = control;
  const { type, action_id, text, value: meant, style, url, placeholder } = element;
  const ids = { action_id, block_id: block.block_id };
  if (type === 'button') {
    return defined({ ...ids, type, text, value: meant, style, url, action_ts: actionTs });
  }
  const state = value === undefined ? undefined : picked(element, value);
  return state && defined({ ...ids, ...state, placeholder, action_ts: actionTs });
}

function containerOf({ pressed, control, conversation }: Action): JsonObject {
  const { ts, object } = pressed;
  const { attachment } = control;
  const place = { message_ts: ts, channel_id: conversation.id, is_ephemeral: !object };
  if (attachment === undefined) return { type: 'message', ...place };
  const { message_ts, ...rest } = place;
  const attached = { type: 'message_attachment', message_ts, attachment_id: attachment };
  return { ...attached, ...rest, is_app_unfurl: false };
}

/** What every menu of the message holds; buttons and overflow menus hold nothing. */
function stateOf({ pressed, control, value, inputs }: Action): JsonObject {
  const values: Record<string, JsonObject> = {};
  for (const { block, element } of controlsIn(pressed.content)) {
    if (element.type === 'button' || element.type === 'overflow') continue;
    const name = String(element.action_id);
    const isIt = element === control.element;
    const state = picked(element, isIt ? value : inputs[name]);
    const id = String(block.block_id);
    values[id] = { ...values[id], [name]: state };
  }
  return values;
}

const defined = (value: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined));
