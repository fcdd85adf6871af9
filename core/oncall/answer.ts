import { isRecord, text } from '../alert/untrusted';
import { type HttpAnswer, type HttpResponse, isFailure } from '../http/types';
import { type Trouble, trouble } from './trouble';

/** No answer of an API is longer. */
const LONGEST = 8_000_000;
const LONGEST_QUOTE = 200;

/** The value a body holds; undefined where it is no JSON. */
export const jsonOf = ({ body }: HttpResponse): unknown => {
  if (body.length > LONGEST) return undefined;
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
};

/** What became of a request before the platform's own words count; undefined where they do. */
export const failureOf = (answer: HttpAnswer): Trouble | undefined => {
  if (!isFailure(answer)) return statusTrouble(answer.status);
  const code = codeWord(answer.code);
  return answer.failed === 'not-sent'
    ? trouble('platform_unreachable', code)
    : trouble('unknown', code, true);
};

const statusTrouble = (status: number): Trouble | undefined => {
  if (status === 429) return trouble('platform_unreachable', `HTTP ${status}`);
  if (status === 408 || status === 425 || status >= 500) {
    return trouble('platform_unreachable', `HTTP ${status}`, true);
  }
  const odd = status < 200 || (status >= 300 && status < 400);
  return odd ? trouble('unexpected_answer', `HTTP ${status}`) : undefined;
};

/** What a refusal means by its status alone. */
export const refusalOf = (status: number, said: string | undefined): Trouble => {
  if (status === 401) return trouble('unauthorised', said);
  if (status === 403) return trouble('forbidden', said);
  return trouble('refused', said ?? `HTTP ${status}`);
};

/** Keys as platforms quote them when they quote an address or a body. */
const QUOTED_KEY = /((?:app|api|integration)_?key["']?\s*[=:]\s*["']?)[^\s"'&,;)]+/gi;

/** The platform's own words, short and on one line. */
export const quoted = (value: unknown): string | undefined => {
  const said = text(value)
    ?.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .replace(QUOTED_KEY, '$1…')
    .trim();
  return said === undefined || said === ''
    ? undefined
    : said.slice(0, LONGEST_QUOTE).toWellFormed();
};

/** Its `message`, where the answer is an object with one. */
export const messageIn = (value: unknown): string | undefined =>
  isRecord(value) ? quoted(value.message) : undefined;

/** Transports may quote addresses: nothing but a word goes on. */
const codeWord = (code: unknown): string =>
  (typeof code === 'string' ? /^[\w.-]{1,40}$/.exec(code)?.[0] : undefined) ?? 'unknown error';
