import { isObject, type JsonObject, textOf } from '../../judging/shape';
import type { Reaction, Submission } from '../../people/people';
import { personCalled, type SlackPerson } from '../api/people';
import { dialogOf, inputsOf } from '../views/dialog';
import { viewObject } from '../views/view-object';
import type { OpenView } from '../views/views';
import type { World } from '../world';
import { picked } from './picked';
import { refusedAct } from './refusals';
import { actionIn, followed } from './response-action';
import { tell } from './tell';
import { interaction } from './who';

/** Somebody sends a modal, or closes it. */
export async function submit(world: World, sent: Submission): Promise<Reaction> {
  const view = world.views.find(sent.dialog);
  const person = personCalled(sent.by);
  if (!person) return refusedAct('unknown_person');
  if (view?.by !== sent.by) return refusedAct('no_view');
  if (sent.cancelled) return close(world, view, person);
  const wrong = complaintsAbout(view, sent.values);
  if (wrong) return { ok: false, dialog: dialogOf(view, wrong) };
  return send(world, view, person, stateOf(view, sent.values));
}

async function close(world: World, view: OpenView, person: SlackPerson): Promise<Reaction> {
  const { app, given, below } = view;
  world.views.close(view);
  if (given.notify_on_close === true) {
    const told = { type: 'view_closed', ...interaction(app, person), is_cleared: false };
    const payload = { ...told, view: viewObject(view) };
    await tell(world, app, { door: 'interactivity', kind: 'view_closed', payload, by: person.id });
  }
  return below ? { ok: true, dialog: dialogOf(below) } : { ok: true };
}

async function send(
  world: World,
  view: OpenView,
  person: SlackPerson,
  values: JsonObject,
): Promise<Reaction> {
  const { app } = view;
  const trigger = world.triggers.issue(app, person.id);
  const payload = {
    type: 'view_submission',
    ...interaction(app, person),
    trigger_id: trigger.id,
    view: viewObject(view, values),
    response_urls: [],
  };
  const told = await tell(world, app, {
    door: 'interactivity',
    kind: 'view_submission',
    payload,
    by: person.id,
  });
  const action = told.trouble === undefined && told.status === 200 ? actionIn(told) : undefined;
  if (!action) return refusedAct('trouble');
  const reaction = followed(world.views, view, action);
  return trigger.view ? { ...reaction, dialog: dialogOf(trigger.view) } : reaction;
}

/** What Slack says of fields before it asks the app. */
function complaintsAbout(view: OpenView, values: Record<string, string>) {
  const wrong: Record<string, string> = {};
  for (const { block_id, element, optional } of inputsOf(view.given)) {
    const name = textOf(block_id);
    const input = isObject(element) ? element : {};
    const complaint = complaintAbout(input, values[name] ?? '', optional === true);
    if (complaint) wrong[name] = complaint;
  }
  return Object.keys(wrong).length > 0 ? wrong : undefined;
}

function complaintAbout(input: JsonObject, value: string, optional: boolean): string | undefined {
  if (value === '') return optional ? undefined : 'Please complete this required field.';
  if (!picked(input, value)) return 'Please choose one of the options.';
  const { min_length: min, max_length: max } = input;
  if (typeof min === 'number' && value.length < min) return `At least ${min} characters, please.`;
  if (typeof max === 'number' && value.length > max) return `At most ${max} characters, please.`;
  return undefined;
}

/** https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload */
function stateOf(view: OpenView, values: Record<string, string>): JsonObject {
  return Object.fromEntries(
    inputsOf(view.given).map(({ block_id, element }) => {
      const input = isObject(element) ? element : {};
      const state = picked(input, values[textOf(block_id)] ?? '');
      return [textOf(block_id), { [textOf(input.action_id)]: state }];
    }),
  );
}
