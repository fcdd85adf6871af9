import { digest } from '../../../alert/digest';
import { record, text } from '../../../alert/untrusted';
import type { Click, Inbound, InboundRefusal, InboundSetup } from '../../../answers/inbound';
import { readClick } from '../../../answers/read-click';
import { heard, jsonReply, notAuthentic } from '../../../answers/said';
import { sentenceOf } from '../../../answers/sentence';
import { TEXT } from '../limits';
import { paragraphs } from '../text';
import { dialogFor, openDialog } from './dialog';
import { fromWhom } from './from';
import { nothingHere } from './unknown';
import { firstTime } from './verify';

type Data = Readonly<Record<string, unknown>>;

/** Not made by us. Nothing else proves a click, which no server signs. */
const UNPROVED: readonly string[] = ['answer.not_a_button', 'answer.other_installation'];

/** Somebody used a button or a menu: https://docs.mattermost.com/developers/integrate/plugins/interactive-messages */
export const readPress = (
  body: Data,
  json: string,
  setup: InboundSetup,
): Inbound | InboundRefusal => {
  const context = record(body.context);
  const trigger = text(body.trigger_id) ?? '';
  const from = fromWhom(body, setup);
  const messageRef = from?.answer.thread;
  const click: Click = {
    id: `mattermost:${digest(trigger || json).slice(0, 32)}`,
    token: context.token,
    arguments: pickedIn(context),
    ...(from ?? NOBODY),
    ...(messageRef && { messageRef }),
  };
  const read = readClick(click, setup);
  if ('refused' in read && UNPROVED.includes(read.refused.problem.code)) return notAuthentic;
  const repeated = firstTime(trigger || json, setup);
  if (repeated) return repeated;
  if (!from) return nothingHere('a click of nobody');
  if ('refused' in read) return refusedWith(read.refused);
  const dialog = dialogFor(read.command, context.confirm, setup);
  return dialog && trigger !== ''
    ? heard({ reply: TAKEN, afterwards: [() => openDialog(dialog, click, trigger, setup)] })
    : heard({ reply: TAKEN, commands: [read.command] });
};

const NOBODY = { chat: 'mattermost', user: { id: '' } } as const;

/** Nothing at all would do; a proxy may not like it. */
const TAKEN = jsonReply({});

const refusedWith = (refused: Inbound['refused'][number]): Inbound => {
  const ephemeral_text = paragraphs(sentenceOf(refused.problem), TEXT).text;
  return heard({
    reply: jsonReply({ ephemeral_text, skip_slack_parsing: true }),
    refused: [refused],
  });
};

const LONGEST_CHOICE = 300;

const pickedIn = ({ argument, selected_option }: Data): Readonly<Record<string, string>> =>
  typeof argument === 'string' &&
  /^[A-Za-z]{1,30}$/.test(argument) &&
  typeof selected_option === 'string'
    ? { [argument]: selected_option.slice(0, LONGEST_CHOICE).toWellFormed() }
    : {};
