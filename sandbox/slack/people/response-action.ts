import { isObject, type JsonObject } from '../../judging/shape';
import type { Reaction } from '../../people/people';
import { dialogOf, inputsOf } from '../views/dialog';
import { viewObjection } from '../views/objection';
import { MOST_VIEWS, type OpenView, type Views } from '../views/views';
import type { Told } from './called';
import { refusedAct } from './refusals';

/** What an app answers to a modal that was sent: nothing, or what becomes of it. */
export function actionIn({ body }: Told): JsonObject | undefined {
  if (body.trim() === '') return {};
  try {
    const value: unknown = JSON.parse(body);
    if (!isObject(value)) return undefined;
    const isEmpty = Object.keys(value).length === 0;
    return isEmpty || typeof value.response_action === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}

/** https://docs.slack.dev/surfaces/modals#updating_response */
export function followed(views: Views, view: OpenView, action: JsonObject): Reaction {
  switch (action.response_action) {
    case undefined:
      views.close(view);
      return view.below ? { ok: true, dialog: dialogOf(view.below) } : { ok: true };
    case 'clear':
      views.closeAll(view);
      return { ok: true };
    case 'errors':
      return complained(view, action.errors);
    case 'update':
      return shown(views, view, action.view, false);
    case 'push':
      return shown(views, view, action.view, true);
    default:
      return refusedAct('trouble');
  }
}

/** Errors stand at inputs, by their block_id. */
function complained(view: OpenView, errors: unknown): Reaction {
  const names = inputsOf(view.given).map(({ block_id }) => block_id);
  const entries = isObject(errors) ? Object.entries(errors) : [];
  const fit = entries.every(([name, words]) => names.includes(name) && typeof words === 'string');
  if (entries.length === 0 || !fit) return refusedAct('trouble');
  return { ok: true, dialog: dialogOf(view, errors as Record<string, string>) };
}

function shown(views: Views, view: OpenView, given: unknown, onTop: boolean): Reaction {
  if (viewObjection(given) || !isObject(given)) return refusedAct('trouble');
  if (!onTop) {
    views.update(view, given);
    return { ok: true, dialog: dialogOf(view) };
  }
  if (views.heightOf(view) >= MOST_VIEWS) return refusedAct('trouble');
  return { ok: true, dialog: dialogOf(views.open(view.app, view.by, given, view)) };
}
