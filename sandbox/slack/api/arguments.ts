import { mediaTypeOf, parseObject, utf8 } from '../../judging/decode';
import { flawOf } from '../../judging/flaw';
import { isObject, type JsonObject, textOf } from '../../judging/shape';
import type { WireRequest } from '../../platform';
import type { ApiObjection } from './refusal';

/** A request as Slack reads it. */
export interface Read {
  /** Without the token. */
  args: JsonObject;
  token: string;
  warnings: string[];
}

const FORM = 'application/x-www-form-urlencoded';
const JSON_TEXTS = ['blocks', 'attachments', 'metadata', 'view'];
const FLAGS = [
  ...['mrkdwn', 'link_names', 'reply_broadcast', 'unfurl_links', 'unfurl_media'],
  ...['exclude_archived', 'include_num_members', 'return_im'],
  ...['include_all_metadata', 'inclusive'],
];

/** Arguments come in the query, as a form or as JSON: https://docs.slack.dev/apis/web-api */
export function readArguments(request: WireRequest): Read | { objection: ApiObjection } {
  const { method, query, headers, body } = request;
  const bearer = /^Bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1] ?? '';
  if (method !== 'POST' || body.length === 0) return fromForm(query, bearer, []);
  const type = mediaTypeOf(headers);
  const charset = /charset="?([\w-]+)/i.exec(headers['content-type'] ?? '')?.[1]?.toLowerCase();
  if (type === '') return refused('missing_post_type', 'The request has no content type.');
  if (type !== FORM && type !== 'application/json') {
    return refused('invalid_post_type', `The content type is ${type}; send JSON or a form.`);
  }
  if (charset !== undefined && charset !== 'utf-8' && charset !== 'iso-8859-1') {
    return refused('invalid_charset', `The charset is ${charset}; send utf-8.`);
  }
  const text = charset === 'iso-8859-1' ? body.toString('latin1') : utf8(body);
  if (type === FORM) {
    if (text === undefined) return refused('invalid_form_data', 'The form is not valid UTF-8.');
    const warnings = charset === undefined ? [] : ['superfluous_charset'];
    return fromForm(new URLSearchParams(text), bearer, warnings);
  }
  return fromJson(text, bearer, charset === undefined ? ['missing_charset'] : []);
}

/** With JSON only the header carries a token. */
function fromJson(text: string | undefined, bearer: string, warnings: string[]) {
  if (text === undefined) return refused('invalid_json', 'The body is not valid UTF-8.');
  const decoded = parseObject(text);
  if ('payload' in decoded) {
    const { token: _, ...args } = decoded.payload;
    return { args, token: bearer, warnings };
  }
  return refused(isOtherJson(text) ? 'json_not_object' : 'invalid_json', decoded.flaw);
}

function fromForm(form: URLSearchParams, bearer: string, warnings: string[]) {
  const odd = [...form.keys()].find((name) => !/^\w{1,100}$/.test(name));
  if (odd !== undefined) {
    const code = /\[.*\]$/.test(odd) ? 'invalid_array_arg' : 'invalid_arg_name';
    return refused(code, 'A name holds something else than letters, digits and _.');
  }
  const { token, ...args } = Object.fromEntries([...form].map(argument));
  const flaw = flawOf(args);
  if (flaw !== undefined) return refused('invalid_form_data', flaw);
  return { args, token: bearer || textOf(token), warnings };
}

function argument([name, text]: [string, string]): [string, unknown] {
  if (JSON_TEXTS.includes(name)) return [name, parsed(text) ?? text];
  if (FLAGS.includes(name)) return [name, text === 'true' || text === '1'];
  return [name, text];
}

const isOtherJson = (text: string) => {
  const value = parsed(text);
  return value !== undefined && !isObject(value);
};

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const refused = (code: ApiObjection['code'], reason: string) => ({ objection: { code, reason } });
