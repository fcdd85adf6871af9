import { digest } from '../../../alert/digest';
import { list, record, text } from '../../../alert/untrusted';
import type { Click, Inbound, InboundSetup } from '../../../answers/inbound';
import { readClick } from '../../../answers/read-click';
import { heard } from '../../../answers/said';
import { sentenceOf } from '../../../answers/sentence';
import type { Data } from '../api-answer';
import { type Used, usedButton, usedMenu } from '../control';
import { asksNote, openDialog } from './dialog';
import { type From, fromWhom, messageIn } from './from';
import { tell } from './tell';
import { nothingHere } from './unknown';

/** Slack sends one; more are no people's work. */
const MOST = 5;

/** Somebody used buttons or menus: https://docs.slack.dev/reference/interaction-payloads/block_actions-payload */
export const readClicks = (payload: Data, setup: InboundSetup): Inbound => {
  const { id, name, username } = record(payload.user);
  const channel = record(payload.channel);
  const thread = messageIn(payload);
  const from = fromWhom(
    {
      user: { id, name: name ?? username },
      channel: { id: channel.id ?? record(payload.container).channel_id, name: channel.name },
      thread,
      url: payload.response_url,
    },
    setup,
  );
  if (!from) return nothingHere('a click of nobody');
  const all = list(payload.actions).slice(0, MOST).map(record);
  return together(all.map((action) => readOne(action, payload, from, setup)));
};

const readOne = (action: Data, payload: Data, from: From, setup: InboundSetup): Inbound => {
  const used = usedOf(action);
  if (used === 'link') return heard();
  if (!used) return nothingHere('a control', action.type);
  const { url: _, ...known } = from;
  const messageRef = from.answer.thread;
  const click: Click = {
    id: clickId(action, payload, from),
    ...used,
    ...known,
    ...(messageRef && { messageRef }),
  };
  const read = readClick(click, setup);
  if ('refused' in read) {
    const afterwards = tell(sentenceOf(read.refused.problem), from, setup);
    return heard({ refused: [read.refused], afterwards });
  }
  const { trigger_id: trigger } = payload;
  return asksNote(read.command, trigger, setup)
    ? heard({ afterwards: [() => openDialog(used.token, trigger, from, setup)] })
    : heard({ commands: [read.command] });
};

const usedOf = (action: Data): Used | 'link' | undefined => {
  const { type, value, action_id, selected_option } = action;
  if (type === 'button') return typeof value === 'string' ? usedButton(value) : 'link';
  const { value: choice } = record(selected_option);
  if (type !== 'static_select' || typeof action_id !== 'string') return undefined;
  return typeof choice === 'string' ? usedMenu(action_id, choice) : undefined;
};

/** The same for a click that Slack tells twice. */
const clickId = (action: Data, { trigger_id }: Data, { user }: From): string => {
  const { action_ts, action_id, block_id } = action;
  const parts = [action_ts ?? trigger_id, action_id, block_id].map((part) => text(part) ?? '');
  return `slack:${digest(user.id, ...parts).slice(0, 32)}`;
};

const together = (all: readonly Inbound[]): Inbound =>
  heard({
    commands: all.flatMap(({ commands }) => commands),
    refused: all.flatMap(({ refused }) => refused),
    afterwards: all.flatMap(({ afterwards }) => afterwards),
    warnings: all.flatMap(({ warnings }) => warnings),
  });
