import type { ChatCommand } from '../../../alert/command';
import { record, text } from '../../../alert/untrusted';
import type { Click, Inbound, InboundSetup } from '../../../answers/inbound';
import { parsed } from '../../../answers/raw-body';
import { readClick } from '../../../answers/read-click';
import { heard, jsonReply } from '../../../answers/said';
import { seal, unseal } from '../../../answers/seal';
import { sentenceOf } from '../../../answers/sentence';
import type { Outcome } from '../../../http/outcome';
import { ask, type Steps } from '../../../http/steps';
import { sentences } from '../../../i18n/index';
import { tellApi } from '../../api';
import { type Data, readApi, refOf } from '../api-answer';
import * as limits from '../limits';
import { plainText } from '../text';
import { type From, fromWhom } from './from';
import { tell } from './tell';
import { nothingHere } from './unknown';

const CALLBACK = 'alertwire_note';
const BLOCK = 'note';

/** Resolving asks what it was, where the app can open a dialog. */
export const asksNote = (
  { kind, action }: ChatCommand,
  trigger: unknown,
  { askNote, credential }: Pick<InboundSetup, 'askNote' | 'credential'>,
): trigger is string =>
  askNote === true &&
  kind === 'alert-action' &&
  action === 'resolve' &&
  text(trigger) !== undefined &&
  Boolean(credential.accessToken);

/** The trigger is good for three seconds: https://docs.slack.dev/reference/methods/views.open */
export function* openDialog(
  token: string,
  trigger: string,
  from: From,
  setup: InboundSetup,
): Steps<Outcome> {
  const view = viewOf(token, from, setup);
  const said = yield* ask(tellApi('POST', '/views.open', { trigger_id: trigger, view }), readApi);
  if ('data' in said) return { kind: 'delivered' };
  const { noDialog } = sentences(setup.language).controls;
  for (const steps of tell(sentenceOf(noDialog), from, setup)) yield* steps();
  return said.trouble;
}

const viewOf = (token: string, from: From, setup: InboundSetup) => {
  const { answers, controls } = sentences(setup.language);
  const plain = (raw: string) => ({
    type: 'plain_text',
    text: plainText(raw, limits.VIEW_TITLE).text,
  });
  const { button } = answers;
  return {
    type: 'modal',
    callback_id: CALLBACK,
    private_metadata: kept(token, from, setup),
    title: plain(button.resolve),
    submit: plain(button.resolve),
    close: plain(controls.cancel),
    blocks: [
      {
        type: 'input',
        block_id: BLOCK,
        optional: true,
        label: plain(button.note),
        hint: { type: 'plain_text', text: controls.noteHint },
        element: {
          type: 'plain_text_input',
          action_id: BLOCK,
          multiline: true,
          max_length: limits.NOTE,
        },
      },
    ],
  };
};

/** What the click said travels with the dialog, sealed. */
const kept = (token: string, { channel, answer, url }: From, { keys }: InboundSetup): string => {
  const told = { token, channel, message: answer.thread?.message };
  const whole = seal(JSON.stringify({ ...told, url }), keys);
  return whole.length <= limits.VIEW_METADATA ? whole : seal(JSON.stringify(told), keys);
};

/** Somebody sent the dialog: https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload */
export const readDialog = (payload: Data, setup: InboundSetup): Inbound => {
  const view = record(payload.view);
  if (view.callback_id !== CALLBACK) return nothingHere('a dialog of somebody else');
  const { private_metadata: sealed } = view;
  const opened = typeof sealed === 'string' ? unseal(sealed, setup.keys) : undefined;
  const told = record(parsed(opened ?? ''));
  const messageRef = refOf(record(told.channel).id, told.message);
  const { id, name, username } = record(payload.user);
  const from = fromWhom(
    {
      user: { id, name: name ?? username },
      channel: { id: undefined, ...record(told.channel) },
      thread: messageRef,
      url: told.url,
    },
    setup,
  );
  if (!from) return nothingHere('a dialog of nobody');
  const { url: _, ...known } = from;
  const click: Click = {
    id: `slack:${from.user.id}:${(text(view.id) ?? '').slice(0, 100)}`,
    token: told.token ?? '',
    arguments: noteIn(view),
    ...known,
    ...(messageRef && { messageRef }),
  };
  const read = readClick(click, setup);
  if ('command' in read) return heard({ commands: [read.command] });
  const errors = { [BLOCK]: sentenceOf(read.refused.problem) };
  const reply = jsonReply({ response_action: 'errors', errors });
  return heard({ reply, refused: [read.refused] });
};

const noteIn = (view: Data): Readonly<Record<string, string>> => {
  const { values } = record(view.state);
  const note = text(record(record(record(values)[BLOCK])[BLOCK]).value);
  return note === undefined ? {} : { note: note.slice(0, limits.NOTE).toWellFormed().trim() };
};
