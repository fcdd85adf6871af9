import { isRecord } from '../../../alert/untrusted';
import { parsed, textIn } from '../../../answers/raw-body';
import { refuse, unreadable } from '../../../answers/said';
import type { ChatInbound } from '../../platform';
import { address } from './address';
import { readPress } from './clicks';
import { readCommand } from './commands';
import { readSubmission } from './submission';

/** A command is a form, clicks and dialogs are JSON; only their own tokens prove them. */
const receive: ChatInbound['receive'] = async (request, setup) => {
  const text = textIn(request)?.trim() ?? '';
  if (text === '') return request.query.token === undefined ? unreadable : askedByGet;
  if (!/^[[{]/.test(text)) return readCommand(text, request, setup);
  const body = parsed(text);
  if (!isRecord(body)) return unreadable;
  return body.type === 'dialog_submission'
    ? readSubmission(body, setup)
    : readPress(body, text, setup);
};

const askedByGet = refuse(
  400,
  'answer.get',
  'The command is sent by GET, where its token stands in logs: set its request method to POST.',
);

/** What people send back from Mattermost. */
export const inbound: ChatInbound = {
  ways: [{ id: 'http', label: 'HTTP' }],
  receive,
  address,
};
