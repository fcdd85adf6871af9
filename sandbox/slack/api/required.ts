import type { JsonObject } from '../../judging/shape';
import type { ApiObjection } from './refusal';

/** The first argument that is missing or no text, in the words Slack uses for it. */
export function requiredObjection(args: JsonObject, ...names: string[]): ApiObjection | undefined {
  const name = names.find((one) => typeof args[one] !== 'string' || args[one] === '');
  if (name === undefined) return undefined;
  const missing = args[name] === undefined || args[name] === '';
  const complaint = missing ? `missing required field: ${name}` : `must be a string: ${name}`;
  return {
    code: 'invalid_arguments',
    reason: `The argument ${name} is ${missing ? 'missing' : 'not a text'}.`,
    says: { response_metadata: { messages: [`[ERROR] ${complaint}`] } },
  };
}
