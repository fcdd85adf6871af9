import { type RequestHandler, Router } from 'express';
import { z } from 'zod';
import type { Verdict } from '../../platform';
import { send } from '../../wire/answer';
import { type ApiError, refuse, tell } from '../api/answer';
import { expired, tokenIn } from '../api/auth';
import { invalid } from '../api/body';
import { PEOPLE, type Person } from '../api/world';
import type { Server } from '../server';
import { executeCommand } from './command';
import { doPostAction } from './press';
import { submitDialog } from './submit';

type Work = (person: Person, body: unknown, params: Record<string, string>) => Promise<Verdict>;

/**
 * What the client of a person asks the server for, where an app has to be asked first:
 * https://developers.mattermost.com/api-documentation/
 */
export function clientApi(server: Server): Router {
  return Router()
    .post('/posts/:post_id/actions/:action_id', forPerson(pressing(server)))
    .post('/commands/execute', forPerson(commanding(server)))
    .post('/actions/dialogs/submit', forPerson(submitting(server)));
}

function forPerson(work: Work): RequestHandler {
  return async (req, res) => {
    const token = tokenIn(req.headers);
    const person = PEOPLE.find(({ session }) => session === token);
    const params = Object.fromEntries(Object.entries(req.params).map(([k, v]) => [k, String(v)]));
    const verdict = person
      ? await work(person, req.body, params)
      : refuse(expired('Nobody has a session with this token.'));
    send(res, verdict.answer);
  };
}

const text = z.string().default('');
const pressBody = z.object({ selected_option: text });

function pressing(server: Server): Work {
  return async (person, body, { post_id: postId = '', action_id: actionId = '' }) => {
    const selectedOption = pressBody.safeParse(body).data?.selected_option;
    const done = await doPostAction(server, person, { postId, actionId, selectedOption });
    if ('id' in done) return refuse(done);
    const { trigger, gotoLocation, complaint } = done;
    return tell({
      status: 'OK',
      trigger_id: trigger.clientId,
      ...(gotoLocation && { goto_location: gotoLocation }),
      ...(complaint !== undefined && { error: { message: complaint } }),
    });
  };
}

const commandBody = z.object({ command: text, channel_id: text, root_id: text });

function commanding(server: Server): Work {
  return async (person, body) => {
    const { data } = commandBody.safeParse(body);
    if (!data) return refuse(unreadable('command_args'));
    const { command, channel_id: channelId, root_id: rootId } = data;
    const done = await executeCommand(server, person, { command, channelId, rootId });
    if ('id' in done) return refuse(done);
    return tell({ ...EMPTY_ANSWER, ...done.answer, trigger_id: done.trigger.clientId });
  };
}

/** Go writes every field. */
const EMPTY_ANSWER = {
  response_type: '',
  text: '',
  username: '',
  channel_id: '',
  icon_url: '',
  type: '',
  props: null,
  goto_location: '',
  skip_slack_parsing: false,
  attachments: null,
  extra_responses: null,
};

const submitBody = z.object({
  url: text,
  callback_id: text,
  state: text,
  channel_id: text,
  team_id: text,
  submission: z.record(z.string(), z.union([z.string(), z.boolean()])).default({}),
  cancelled: z.boolean().default(false),
});

function submitting(server: Server): Work {
  return async (person, body) => {
    const { data } = submitBody.safeParse(body);
    if (!data) return refuse(unreadable('dialog'));
    if (data.url === '') return refuse(invalid('url', 'Nothing says where the dialog is sent.'));
    const response = await submitDialog(server, person, data);
    return 'id' in response ? refuse(response) : tell(response);
  };
}

const unreadable = (name: string): ApiError => invalid(name, 'The body has another shape.');
