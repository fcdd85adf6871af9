import { z } from 'zod';
import { describeIssue } from '../../judging/issue';
import { type ApiError, forbidden } from '../api/answer';
import { isMember } from '../api/channels';
import { type Person, TEAM } from '../api/world';
import type { Server } from '../server';
import { callApp, whyFailed } from './call-app';
import { dialogShape } from './dialog';

/** `SubmitDialogRequest`, as the server writes it; nothing signs it. */
export interface DialogSubmissionRequest {
  type: 'dialog_submission';
  callback_id: string;
  state: string;
  user_id: string;
  channel_id: string;
  team_id: string;
  submission: Record<string, string | boolean>;
  cancelled: boolean;
}

export type Submitted = Omit<DialogSubmissionRequest, 'type' | 'user_id'> & { url: string };

const words = z.string().nullish();

/** `SubmitDialogResponse` */
const response = z.object({
  error: words,
  errors: z.record(z.string(), z.string()).nullish(),
  type: words,
  form: dialogShape.nullish(),
});

export type SubmitResponse = z.output<typeof response>;

/** https://github.com/mattermost/mattermost/blob/master/server/channels/app/integration_action.go */
export async function submitDialog(
  server: Server,
  person: Person,
  { url, ...submitted }: Submitted,
): Promise<SubmitResponse | ApiError> {
  const channel = server.channels.find(submitted.channel_id);
  if (!channel || !isMember(person, channel)) {
    return forbidden(`${person.username} is in no such channel.`);
  }
  if (submitted.team_id !== '' && submitted.team_id !== TEAM.id) {
    return forbidden(`${person.username} is in no such team.`);
  }
  const body: DialogSubmissionRequest = {
    type: 'dialog_submission',
    ...submitted,
    user_id: person.id,
  };
  const called = await callApp(server, {
    kind: 'dialog_submission',
    url,
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(body),
    shown: JSON.stringify({ ...body, state: '…' }),
    by: person.id,
  });
  const reason = whyFailed(called);
  if (reason === undefined) return readResponse(called.body);
  return { id: 'api.post.do_action.action_integration.app_error', reason };
}

function readResponse(body: string): SubmitResponse | ApiError {
  if (body === '') return {};
  try {
    const { data, error } = response.safeParse(JSON.parse(body) ?? {});
    const [issue] = error?.issues ?? [];
    if (issue) return undecodable(describeIssue('The answer', issue));
    return data && isValid(data) ? data : INVALID;
  } catch {
    return undecodable('The answer is not JSON.');
  }
}

/** Where something is wrong with what was typed, nothing else counts. */
function isValid({ error, errors, type, form }: SubmitResponse): boolean {
  if (error || Object.keys(errors ?? {}).length > 0) return true;
  if (type === 'form') return Boolean(form);
  return !form && ['', 'ok', 'navigate'].includes(type ?? '');
}

const INVALID: ApiError = {
  id: 'app.submit_interactive_dialog.invalid_response',
  reason: 'A form comes with the type form, and with no other; the types are ok, form, navigate.',
};

const undecodable = (reason: string): ApiError => ({
  id: 'app.submit_interactive_dialog.decode_json_error',
  reason,
});
