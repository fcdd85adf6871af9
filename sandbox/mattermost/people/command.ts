import { type ApiError, forbidden } from '../api/answer';
import { BOTS } from '../api/bots';
import { isMember } from '../api/channels';
import { type Channel, type Person, TEAM } from '../api/world';
import type { Server } from '../server';
import { callApp, statusLine, whyFailed } from './call-app';
import { type CommandAnswer, readCommandAnswer } from './command-answer';
import { postCommandAnswer } from './command-posts';
import type { Done } from './done';
import { mentionsIn } from './mentions';

/** The slash command that somebody has set up here, and the name of its door. */
export const TRIGGER = 'alertwire';
export const COMMAND_DOOR = 'command';
/** https://github.com/mattermost/mattermost/blob/master/server/channels/app/command.go */
const LONGEST_TRIGGER = 512;

export interface CommandArgs {
  /** The whole line. */
  command: string;
  channelId: string;
  rootId: string;
}

/** Somebody types a line that begins with a slash, in the order of the server. */
export async function executeCommand(
  server: Server,
  person: Person,
  args: CommandArgs,
): Promise<(Done & { answer: CommandAnswer }) | ApiError> {
  const channel = server.channels.find(args.channelId);
  const early = earlyError(person, channel, args);
  if (early || !channel) return early ?? forbidden('No channel has this id.');
  const [, word = '', text = ''] = /^(\S*)\s?(.*)$/s.exec(args.command) ?? [];
  const name = word.slice(1).toLowerCase();
  const url = urlOf(server, name);
  if (url === undefined) return unknown(name);
  const { trigger, triggerId } = server.triggers.pull(person.id, channel.id);
  const place = { by: person.id, channelId: channel.id, rootId: args.rootId };
  const hookId = server.commandHooks.create(place);
  const form = formOf(person, channel, {
    command: `/${name}`,
    text,
    trigger_id: triggerId,
    root_id: args.rootId,
    response_url: `${server.siteUrl()}/hooks/commands/${hookId}`,
  });
  const called = await callApp(server, {
    kind: 'slash_command',
    url,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      accept: 'application/json',
      authorization: `Token ${TOKEN}`,
    },
    body: form.toString(),
    shown: shownForm(form),
    by: person.id,
  });
  const reason = whyFailed(called);
  if (reason !== undefined) return failed(name, called.status, reason);
  const answer = readCommandAnswer(called.headers, called.body);
  if ('flaw' in answer) return failed(name, null, String(answer.flaw));
  const { messages, flaw } = postCommandAnswer(server, place, answer);
  for (const message of messages) server.settings.desk.journal.addMessage('mattermost', message);
  if (flaw !== undefined) return postFailed(name, flaw);
  return { trigger, answer, ...(answer.goto_location && { gotoLocation: answer.goto_location }) };
}

const TOKEN = BOTS.find(({ commandToken }) => commandToken)?.commandToken ?? '';

function earlyError(person: Person, channel: Channel | undefined, { command }: CommandArgs) {
  if (!command.startsWith('/') || command.length <= 1) {
    const reason = 'A command is a slash and a word.';
    return { id: 'api.command.execute_command.start.app_error', reason } satisfies ApiError;
  }
  if (!channel || !isMember(person, channel)) {
    return forbidden(`${person.username} is in no such channel.`);
  }
  if (!channel.archived) return undefined;
  const reason = `${channel.name} was archived.`;
  return { id: 'api.command.execute_command.deleted.error', reason } satisfies ApiError;
}

/** The command exists once its door has an address. */
function urlOf({ settings }: Server, name: string): string | undefined {
  return name === TRIGGER ? settings.desk.doors.address('mattermost', COMMAND_DOOR) : undefined;
}

/** Encoded as Go does, sorted by name. */
function formOf(person: Person, channel: Channel, told: Record<string, string>): URLSearchParams {
  const form = new URLSearchParams({
    token: TOKEN,
    team_id: TEAM.id,
    team_domain: TEAM.name,
    channel_id: channel.id,
    channel_name: channel.name,
    user_id: person.id,
    user_name: person.username,
    ...told,
  });
  for (const [name, value] of mentionsIn(told.text ?? '')) form.append(name, value);
  form.sort();
  return form;
}

const SECRETS = ['response_url', 'token', 'trigger_id'];

const shownForm = (form: URLSearchParams): string =>
  [...form]
    .map(([name, value]) => `${name}=${SECRETS.includes(name) ? '…' : encodeURIComponent(value)}`)
    .join('&');

function unknown(name: string): ApiError {
  const trigger = name.length > LONGEST_TRIGGER ? `${name.slice(0, LONGEST_TRIGGER)}...` : name;
  const reason = `There is no command /${name}, or its request URL is not set.`;
  return { id: 'api.command.execute_command.not_found.app_error', params: { trigger }, reason };
}

function failed(trigger: string, status: number | null, reason: string): ApiError {
  if (status === null || status === 200) {
    return { id: 'api.command.execute_command.failed.app_error', params: { trigger }, reason };
  }
  const params = { trigger, status: statusLine(status) };
  return { id: 'api.command.execute_command.failed_resp.app_error', params, reason };
}

export const postFailed = (trigger: string, reason: string): ApiError => ({
  id: 'api.command.execute_command.create_post_failed.app_error',
  params: { trigger },
  reason,
});
