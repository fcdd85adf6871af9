import { isObject, type JsonObject } from '../../../judging/shape';
import { viewObjection } from '../../views/objection';
import { refused } from '../method';
import type { ApiObjection } from '../refusal';

/** The view of a call: an object, or its JSON as a text. */
export function viewIn({ view }: JsonObject): { view: JsonObject } | { objection: ApiObjection } {
  const given = typeof view === 'string' ? parsed(view) : view;
  if (!isObject(given)) {
    const messages = ['[ERROR] missing required field: view'];
    const says = { response_metadata: { messages } };
    return refused('invalid_arguments', 'The argument view is no view.', says);
  }
  const objection = viewObjection(given);
  return objection ? { objection } : { view: given };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
