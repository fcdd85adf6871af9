import { describe, expect, it } from '@jest/globals';
import { Client4 } from '@mattermost/client';
import type { PostAction } from '@mattermost/types/integration_actions';
import type {
  CommandResponse,
  DialogSubmission,
  OpenDialogRequest,
  SubmitDialogResponse,
} from '@mattermost/types/integrations';
import { isMessageAttachmentArray } from '@mattermost/types/message_attachments';
import { PEOPLE } from '../mattermost/api/world';
import type { DialogSubmissionRequest } from '../mattermost/people/submit';
import { mattermostBot } from './mattermost-bot';
import { chatWithPost, runChat } from './mattermost-people';
import { postJson } from './running';

/** Mattermost's own client with the session of a person. */
function clientOf(url: string, username = 'ada') {
  const client = new Client4();
  client.setUrl(`${url}/inspect/chats/mattermost`);
  client.setToken(PEOPLE.find((person) => person.username === username)?.session ?? 'nobody');
  return client;
}

const refused = (id: string, status: number) => ({ server_error_id: id, status_code: status });

describe("Mattermost's own client, as a person", () => {
  it('presses a button and picks from a menu', async () => {
    const { app, sandbox, ask, id } = await chatWithPost({
      actions: [{ id: 'accept' }, { id: 'who', type: 'select', data_source: 'users' }],
    });
    app.answers({ body: { update: { message: 'Accepted' } } });
    const client = clientOf(sandbox.url);
    const told = await client.doPostActionWithCookie(id, 'accept', '');
    expect(told).toMatchObject({
      status: 'OK',
      trigger_id: expect.stringMatching(/^[a-z0-9]{26}$/),
    });
    expect((await ask('GET', `/posts/${id}`)).message).toBe('Accepted');
    await client.doPostActionWithCookie(id, 'who', '', PEOPLE[1]?.id);
    expect(JSON.parse(app.asked[1]?.body ?? '')).toMatchObject({
      type: 'select',
      data_source: 'users',
      context: { selected_option: PEOPLE[1]?.id },
    });
  });

  it('types a command', async () => {
    const { app, sandbox, channel } = await runChat();
    app.answers({ body: { text: 'Yours', goto_location: 'https://a.example' } });
    const args = { channel_id: channel('ops-alerts') };
    const told: CommandResponse = await clientOf(sandbox.url).executeCommand('/alertwire 7', args);
    expect(told).toMatchObject({
      response_type: '',
      text: 'Yours',
      goto_location: 'https://a.example',
      extra_responses: null,
      trigger_id: expect.stringMatching(/^[a-z0-9]{26}$/),
    });
    expect(await sandbox.messages()).toMatchObject([{ text: 'Yours', onlyFor: '@ada' }]);
  });

  it('sends a dialog', async () => {
    const { app, sandbox, channel } = await runChat();
    app.answers({ body: { errors: { note: 'Too short.' } } });
    const submission: DialogSubmission = {
      url: `${app.url}/dialog`,
      callback_id: 'escalate',
      state: 's',
      user_id: '',
      channel_id: channel('ops-alerts'),
      team_id: 'sandbox1team1sandbox1team1',
      submission: { note: 'x' },
      cancelled: false,
    };
    const { url: _, ...sent } = submission;
    const told: SubmitDialogResponse = await clientOf(sandbox.url).submitInteractiveDialog(
      submission,
    );
    expect(told).toEqual({ errors: { note: 'Too short.' } });
    const body: Sent = JSON.parse(app.asked[0]?.body ?? '');
    expect(body).toEqual({ ...sent, user_id: PEOPLE[0]?.id, type: 'dialog_submission' });
  });

  it('understands every refusal', async () => {
    const { app, sandbox, id, channel } = await chatWithPost();
    const client = clientOf(sandbox.url);
    await expect(client.doPostActionWithCookie(id, 'other', '')).rejects.toMatchObject(
      refused('api.post.do_action.action_id.app_error', 404),
    );
    app.answers({ status: 500 });
    await expect(client.doPostActionWithCookie(id, 'accept', '')).rejects.toMatchObject(
      refused('api.post.do_action.action_integration.app_error', 400),
    );
    const args = { channel_id: channel('ops-alerts') };
    await expect(client.executeCommand('/pager', args)).rejects.toMatchObject({
      ...refused('api.command.execute_command.not_found.app_error', 404),
      message: expect.stringMatching(/^Command with a trigger of 'pager' not found\./),
    });
    await expect(client.executeCommand('/alertwire', args)).rejects.toMatchObject(
      refused('api.command.execute_command.failed_resp.app_error', 500),
    );
    const stranger = clientOf(sandbox.url, 'nobody');
    await expect(stranger.executeCommand('/alertwire', args)).rejects.toMatchObject(
      refused('api.context.session_expired.app_error', 401),
    );
  });
});

type Fits<Theirs, Ours extends Theirs> = Ours;
/** The compiler checks what the stand-in writes; the types have nothing for a press. */
type Sent = Fits<Omit<DialogSubmission, 'submission'>, DialogSubmissionRequest>;

describe("Mattermost's own types", () => {
  it('fit what is kept', async () => {
    const { post } = await chatWithPost({ actions: [{ id: 'accept', tooltip: 'Take it' }] });
    const { attachments } = post.props as { attachments: unknown };
    expect(isMessageAttachmentArray(attachments)).toBe(true);
    const [action] = (attachments as { actions: PostAction[] }[])[0]?.actions ?? [];
    expect(action).toEqual({ id: 'accept', name: 'Accept', type: 'button', tooltip: 'Take it' });
  });

  it('describe the dialogs that may be opened', async () => {
    const { app, press, message, sandbox } = await chatWithPost();
    await press({ message, control: 'accept' });
    const element: NonNullable<OpenDialogRequest['dialog']['elements']>[number] = {
      display_name: 'To whom',
      name: 'who',
      type: 'select',
      subtype: '',
      default: '',
      placeholder: '',
      help_text: '',
      optional: false,
      min_length: 0,
      max_length: 0,
      data_source: 'users',
      options: [],
    };
    const request: OpenDialogRequest = {
      trigger_id: JSON.parse(app.asked[0]?.body ?? '').trigger_id,
      url: `${app.url}/dialog`,
      dialog: { title: 'Escalate', elements: [element] },
    };
    const url = `${sandbox.url}/mattermost/api/v4/actions/dialogs/open`;
    expect((await postJson(url, request)).text).toBe('{"status":"OK"}');
  });
});

describe('what a bot may see of people', () => {
  it.each([
    ['alertwire', 'ada@sandbox.example', 200],
    ['listener', '', 403],
  ])('%s sees the address %j', async (name, email, status) => {
    const { ask, call } = await mattermostBot(name);
    const id = PEOPLE[0]?.id;
    expect(await ask('GET', `/users/${id}`)).toMatchObject({ username: 'ada', email });
    expect(await ask('GET', '/users/username/ada')).toMatchObject({ email });
    const [first] = JSON.parse((await call('GET', '/users')).text) as { email: string }[];
    expect(first?.email).toBe(email);
    expect((await call('GET', '/users/email/ada@sandbox.example')).status).toBe(status);
  });

  it('is who is where', async () => {
    const { call, channel } = await mattermostBot();
    const member = async (name: string, id = '') =>
      (await call('GET', `/channels/${channel(name)}/members/${id}`)).status;
    expect(await member('night-shift', PEOPLE[0]?.id)).toBe(200);
    expect(await member('night-shift', PEOPLE[1]?.id)).toBe(404);
  });
});
