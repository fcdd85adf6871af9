import type { Press, Reaction } from '../../people/people';
import { dialogOf } from '../views/dialog';
import type { World } from '../world';
import { type Action, blockActions, didTo } from './block-actions';
import type { Told } from './called';
import { controlCalled } from './control';
import { pressedOf } from './pressed';
import { refusedAct } from './refusals';
import { tell } from './tell';
import { whereOf } from './who';

/** Somebody presses a button, or picks from a menu. */
export async function press(world: World, act: Press): Promise<Reaction> {
  const { desk, triggers, responses, workspace } = world;
  const where = whereOf(world, act);
  if ('refused' in where) return where.refused;
  const { person, conversation } = where;
  const message = desk.journal.messages.find(
    (one) =>
      one.platform === 'slack' &&
      one.channel === conversation.name &&
      (one.ref ?? one.id) === act.message,
  );
  if (!message || message.deleted) return refusedAct('message_not_found');
  if (message.onlyFor !== null && message.onlyFor !== `@${person.username}`) {
    return refusedAct('not_for_you', message.onlyFor);
  }
  const pressed = pressedOf(world, conversation, message);
  const control = pressed && controlCalled(pressed.content, act.control);
  if (!pressed || !control) return refusedAct('no_control', act.control);
  const { app } = pressed;
  const trigger = triggers.issue(app, person.id);
  const path = responses.issue('actions', { app, conversation, by: person.id, message });
  const action: Action = {
    person,
    conversation,
    pressed,
    control,
    value: act.value,
    inputs: act.inputs ?? {},
    triggerId: trigger.id,
    responseUrl: `${desk.origin}/slack${path}`,
    actionTs: workspace.nextTs(),
  };
  const did = didTo(action);
  if (!did) return refusedAct('no_option', act.value);
  const payload = blockActions(action, did);
  const told = await tell(world, app, {
    door: 'interactivity',
    kind: 'block_actions',
    payload,
    by: person.id,
  });
  return { ...reactionTo(told), ...(trigger.view && { dialog: dialogOf(trigger.view) }) };
}

/** Only an empty 200 is as it should be. */
function reactionTo({ trouble, status, body }: Told): Reaction {
  if (trouble === 'nowhere') return refusedAct('not_configured');
  if (trouble !== undefined) return refusedAct(trouble, String(status));
  if (status !== 200) return refusedAct('status', String(status));
  return body.trim() === '' ? { ok: true } : refusedAct('not_empty');
}
