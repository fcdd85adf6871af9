import { textOf } from '../../../judging/shape';
import { viewObject } from '../../views/view-object';
import { type Call, type Method, type Outcome, refused } from '../method';
import { requiredObjection } from '../required';
import { viewIn } from './view-argument';

/** https://docs.slack.dev/reference/methods/views.open */
export const viewsOpen: Method = { scopes: [], rate: 'tier4', run };

function run({ app, args, world }: Call): Outcome {
  const wrong = requiredObjection(args, 'trigger_id');
  if (wrong) return { objection: wrong };
  const found = viewIn(args);
  if ('objection' in found) return found;
  const { view } = found;
  if (world.views.findExternal(app, view.external_id)) {
    return refused('duplicate_external_id', 'Another view has this external_id.');
  }
  const trigger = world.triggers.find(app, textOf(args.trigger_id));
  if ('code' in trigger) return { objection: trigger };
  trigger.used = true;
  trigger.view = world.views.open(app, trigger.by, view);
  return { says: { view: viewObject(trigger.view) } };
}
