import { isObject, type JsonObject, textOf } from '../../judging/shape';
import { Problem } from '../../server/problem';
import type { Control } from './controls';

type Typed = Readonly<Record<string, string>>;

/** What a button sends: its data, and every field beside it, filled in or not. */
export function dataOf(
  { action, inputs }: Control,
  typed: Typed,
): { data: unknown } | { missing: string } {
  const fields = textOf(action.associatedInputs).toLowerCase() === 'none' ? [] : inputs;
  refuseUnknown(fields, typed);
  const empty = fields.find((field) => field.isRequired === true && filledIn(field, typed) === '');
  if (empty) return { missing: textOf(empty.errorMessage) || 'A required field is empty.' };
  const values = Object.fromEntries(fields.map((field) => [field.id, filledIn(field, typed)]));
  const { data = {} } = action;
  const merged = isObject(data) ? { ...data, ...values } : values;
  return { data: isObject(data) || fields.length > 0 ? merged : data };
}

function refuseUnknown(fields: JsonObject[], typed: Typed): void {
  const unknown = Object.keys(typed).find((name) => !fields.some(({ id }) => id === name));
  if (unknown === undefined) return;
  throw new Problem(400, 'unknown_input', `The button has no field ${JSON.stringify(unknown)}.`);
}

function filledIn({ id, type, value, valueOff }: JsonObject, typed: Typed): string {
  const initial = value ?? (type === 'Input.Toggle' ? (valueOff ?? 'false') : '');
  return typed[textOf(id)] ?? String(initial);
}
