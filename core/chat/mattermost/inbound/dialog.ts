import type { ChatCommand } from '../../../alert/command';
import { text } from '../../../alert/untrusted';
import { buttonLabel } from '../../../answers/button-label';
import type { Click, InboundSetup } from '../../../answers/inbound';
import { seal } from '../../../answers/seal';
import { sentenceOf } from '../../../answers/sentence';
import type { Outcome } from '../../../http/outcome';
import { ask, type Steps } from '../../../http/steps';
import { sentences } from '../../../i18n/index';
import { tellApi } from '../../api';
import { bytesOf } from '../../size';
import { readApi } from '../api-answer';
import * as limits from '../limits';
import { API } from '../places';
import { whisper } from '../posting';
import { renderText } from '../render';
import { paragraphs, plainText } from '../text';

/** What is asked before a click is done. */
export interface Dialog {
  readonly title: string;
  readonly confirm: string;
  readonly note: boolean;
}

export const CALLBACK = 'alertwire';
export const NOTE = 'note';

/** Buttons of Mattermost ask nothing themselves. Undefined where nothing is asked, or nothing can be. */
export const dialogFor = (
  command: ChatCommand,
  confirm: unknown,
  { askNote, credential, url, language }: InboundSetup,
): Dialog | undefined => {
  const { kind, action } = command;
  const asked = text(confirm) ?? '';
  const note = askNote === true && kind === 'alert-action' && action === 'resolve';
  if (!credential.accessToken || !url || (!note && asked === '')) return undefined;
  const own = kind === 'own-button' ? 'own-button' : 'alert-action';
  return { title: buttonLabel({ kind: own, action }, language), confirm: asked, note };
};

/** https://docs.mattermost.com/developers/integrate/plugins/interactive-dialogs */
export function* openDialog(
  dialog: Dialog,
  click: Click,
  trigger: string,
  setup: InboundSetup,
): Steps<Outcome> {
  const body = { trigger_id: trigger, url: setup.url, dialog: drawn(dialog, click, setup) };
  const said = yield* ask(tellApi('POST', `${API}/actions/dialogs/open`, body), readApi);
  if (!said.trouble) return { kind: 'delivered' };
  const { noDialog } = sentences(setup.language).controls;
  const { payload } = renderText(sentenceOf(noDialog), {}, 'bot');
  const { user, channel } = click;
  if (channel) yield* whisper(payload, { channel: channel.id, person: user.id });
  return said.trouble;
}

const drawn = ({ title, confirm, note }: Dialog, click: Click, setup: InboundSetup) => {
  const { answers, controls } = sentences(setup.language);
  const label = bytes(answers.button.note, limits.DIALOG_LABEL);
  const help_text = bytes(controls.noteHint, limits.DIALOG_HELP);
  const field = { display_name: label, name: NOTE, type: 'textarea', optional: true, help_text };
  return {
    callback_id: CALLBACK,
    title: bytes(title, limits.DIALOG_TITLE) || 'Alertwire',
    ...(confirm !== '' && { introduction_text: paragraphs(confirm, limits.CONFIRM * 2).text }),
    elements: note ? [{ ...field, max_length: limits.NOTE }] : [],
    submit_label: controls.send,
    notify_on_cancel: false,
    state: kept(click, setup),
  };
};

/** What the click said travels with the dialog, sealed: the person's own client holds it. */
const kept = (click: Click, { keys }: InboundSetup): string => {
  const { token, arguments: picked, user, channel, messageRef } = click;
  const told = { token, picked, user, channel, post: messageRef?.message };
  return seal(JSON.stringify(told), keys);
};

/** The longest beginning of a text that has at most so many bytes. */
const bytes = (raw: string, most: number): string => {
  for (let limit = most; limit > 0; limit -= 1) {
    const { text: shown } = plainText(raw, limit);
    if (bytesOf(shown) <= most) return shown;
  }
  return '';
};
