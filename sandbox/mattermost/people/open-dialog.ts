import { z } from 'zod';
import type { Verdict } from '../../platform';
import { type ApiError, refuse, tell } from '../api/answer';
import { invalid, read } from '../api/body';
import type { Server } from '../server';
import { dialogShape } from './dialog';
import { shownDialog } from './dialog-fields';

const request = z.looseObject({
  trigger_id: z.string().default(''),
  url: z.string().default(''),
  dialog: dialogShape,
});

/** `POST /actions/dialogs/open`: no token is asked for, since the trigger is signed. */
export function openDialog(server: Server, body: Buffer): Verdict {
  const asked = read(request, body, 'dialog');
  if ('error' in asked) return refuse(asked.error);
  const { trigger_id, url, dialog } = asked.value;
  const payload = { trigger_id: '…', url: originOf(url), dialog: { ...dialog, state: '…' } };
  if (url === '') return refuse(NO_URL, payload);
  const trigger = server.triggers.find(trigger_id);
  if ('id' in trigger) return refuse(trigger, payload);
  const kept = server.dialogs.open({ trigger, url, dialog });
  const shown = shownDialog(kept.id, dialog);
  server.settings.desk.journal.announce('dialog', {
    platform: 'mattermost',
    by: trigger.by,
    dialog: shown,
  });
  return { ...tell({ status: 'OK' }), payload };
}

const NO_URL: ApiError = invalid('url', 'Nothing says where the dialog is sent.');

const originOf = (url: string) => (URL.canParse(url) ? new URL(url).origin : url);
