import { isRecord } from '../../../alert/untrusted';
import { parsed, textIn } from '../../../answers/raw-body';
import type { InboundRequest } from '../../../http/types';

type Data = Readonly<Record<string, unknown>>;

/** Slack sends an event as JSON, everything else as a form, of a click in one field of it. */
export type Decoded =
  | { readonly event: Data }
  | { readonly interaction: Data }
  | { readonly form: Readonly<Record<string, string>> };

/** Undefined for what is none of them. */
export const decode = (request: InboundRequest): Decoded | undefined => {
  const text = textIn(request)?.trim() ?? '';
  if (text === '') return undefined;
  if (/^[[{]/.test(text)) return told('event', parsed(text));
  const form = Object.fromEntries(new URLSearchParams(text));
  return form.payload === undefined ? { form } : told('interaction', parsed(form.payload));
};

const told = (name: 'event' | 'interaction', value: unknown): Decoded | undefined => {
  if (typeof value !== 'object') return undefined;
  const data = isRecord(value) ? value : {};
  return name === 'event' ? { event: data } : { interaction: data };
};
