import { isRecord, wholeNumber } from '../../alert/untrusted';

/** What an answer says in DingTalk's own way, or for how long its edge holds requests back. */
export type Answered =
  | { readonly errcode: number; readonly errmsg: string }
  | { readonly waitMs: number };

const LONGEST = 10_000;
/** A firewall in front of DingTalk answers `{"status":1111,"wait":5,"punish":"deny",…}`. */
const EDGE_WAIT_S = 5;
const LONGEST_WAIT_S = 3600;

/** Undefined where the body is no answer of DingTalk's. */
export const readAnswer = (body: string): Answered | undefined => {
  const answer = parse(body);
  if (!isRecord(answer)) return undefined;
  const errcode = codeOf(answer.errcode);
  if (errcode !== undefined) {
    return { errcode, errmsg: typeof answer.errmsg === 'string' ? answer.errmsg : '' };
  }
  if (answer.punish === undefined && answer.status !== 1111) return undefined;
  const wait = Number(answer.wait);
  const seconds = wait > 0 ? Math.min(wait, LONGEST_WAIT_S) : EDGE_WAIT_S;
  return { waitMs: Math.ceil(seconds * 1000) };
};

const codeOf = (value: unknown): number | undefined =>
  wholeNumber(typeof value === 'string' && /^-?\d{1,9}$/.test(value) ? Number(value) : value);

const parse = (body: string): unknown => {
  if (body.length > LONGEST) return undefined;
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
};
