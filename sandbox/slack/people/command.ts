import { isObject, type JsonObject } from '../../judging/shape';
import type { Reaction } from '../../people/people';
import { apps, type SlackApp, TEAM } from '../api/apps';
import { objectionTo } from '../message';
import { dialogOf } from '../views/dialog';
import type { World } from '../world';
import { saidIn } from './app-message';
import type { Told } from './called';
import { lineOf } from './line';
import { refusedAct } from './refusals';
import { tell } from './tell';
import { nameIn, VERIFICATION_TOKEN, type Where } from './who';

const FORM = /^(\/\S*)\s*([\s\S]*)$/;

/** https://docs.slack.dev/interactivity/implementing-slash-commands */
export async function command(world: World, where: Where, typed: string): Promise<Reaction> {
  const [, name = '', text = ''] = FORM.exec(typed) ?? [];
  const app = apps.find(({ commands = [] }) => commands.includes(name));
  if (!app) return refusedAct('no_command', name);
  const { person } = where;
  const trigger = world.triggers.issue(app, person.id);
  const payload = fieldsOf(world, app, where, { name, text, triggerId: trigger.id });
  const told = await tell(world, app, {
    door: 'commands',
    kind: 'slash_command',
    payload,
    by: person.id,
  });
  const reaction = answered(world, app, where, { name, typed, told });
  return { ...reaction, ...(trigger.view && { dialog: dialogOf(trigger.view) }) };
}

function fieldsOf(
  { desk, responses }: World,
  app: SlackApp,
  { person, conversation }: Where,
  { name, text, triggerId }: { name: string; text: string; triggerId: string },
): JsonObject {
  const path = responses.issue('commands', { app, conversation, by: person.id });
  return {
    token: VERIFICATION_TOKEN,
    team_id: TEAM.id,
    team_domain: TEAM.domain,
    channel_id: conversation.id,
    channel_name: nameIn(conversation),
    user_id: person.id,
    user_name: person.username,
    command: name,
    text,
    api_app_id: app.appId,
    is_enterprise_install: 'false',
    response_url: `${desk.origin}/slack${path}`,
    trigger_id: triggerId,
  };
}

interface Asked {
  name: string;
  typed: string;
  told: Told;
}

/** An empty answer says nothing; a text or a message is seen by one person, or by the channel. */
function answered(
  world: World,
  app: SlackApp,
  where: Where,
  { name, typed, told }: Asked,
): Reaction {
  if (told.trouble === 'timeout') return refusedAct('operation_timeout', name);
  if (told.trouble !== undefined || told.status !== 200) return refusedAct('dispatch_failed', name);
  if (told.body.trim() === '') return { ok: true };
  const said = messageIn(told);
  const objection = objectionTo(said);
  if (objection) {
    const { code, reason } = objection;
    return refusedAct('bad_answer', `${name} failed with the error "${code}": ${reason}`);
  }
  const { response_type: type, ...payload } = said;
  const { conversation, person } = where;
  const { journal } = world.desk;
  const open = type === 'in_channel';
  if (open) journal.addMessage('slack', lineOf(world, where, typed));
  const seenBy = open ? {} : { onlyFor: person.id };
  const message = saidIn(world.workspace, { by: app, conversation, payload, ...seenBy });
  journal.addMessage('slack', message);
  return { ok: true };
}

/** Only what says that it is JSON is read as JSON. */
function messageIn({ headers, body }: Told): JsonObject {
  if (!/^application\/json\b/i.test(headers['content-type'] ?? '')) return { text: body };
  try {
    const value: unknown = JSON.parse(body);
    return isObject(value) ? value : { text: String(value) };
  } catch {
    return { text: body };
  }
}
