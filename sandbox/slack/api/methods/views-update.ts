import { viewObject } from '../../views/view-object';
import { type Call, type Method, type Outcome, refused } from '../method';
import { viewIn } from './view-argument';

/** https://docs.slack.dev/reference/methods/views.update */
export const viewsUpdate: Method = { scopes: [], rate: 'tier4', run };

function run({ app, args, world }: Call): Outcome {
  const { view_id: id, external_id: externalId, hash } = args;
  const open = world.views.find(id) ?? world.views.findExternal(app, externalId);
  if (open?.app !== app) return refused('not_found', 'No such view is open.');
  const found = viewIn(args);
  if ('objection' in found) return found;
  if (hash !== undefined && hash !== open.hash) {
    return refused('hash_conflict', 'The view was changed since.');
  }
  world.views.update(open, found.view);
  return { says: { view: viewObject(open) } };
}
