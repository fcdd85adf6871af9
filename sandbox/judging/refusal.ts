import type { Answer, Refused } from '../platform';

/** One refusal of a platform: where it is documented, and what the platform's answer is made of. */
export interface Documented {
  source: string;
}

/** What a platform has against a request, in its own code and in a sentence. */
export interface Objection<Code extends string = string> {
  code: Code;
  reason: string;
  /** A page that says more than the one of the table. */
  source?: string;
  headers?: Record<string, string>;
}

/** The refusals of a platform. Each has one for a message too many. */
export type RefusalTable<Code extends string, Row extends Documented> = Readonly<
  Record<Code | 'rate_limited', Row>
>;

export interface Refuse<Code extends string> {
  (objection: Objection<Code>, payload?: unknown): Refused;
  /** Everything the platform may say. */
  readonly codes: readonly Code[];
}

/** How a platform refuses: its table, and how it writes a row and an objection as an answer. */
export function refuser<Code extends string, Row extends Documented>(
  table: RefusalTable<Code, Row>,
  answer: (row: Row, objection: Objection<Code>) => Answer,
): Refuse<Code> {
  const refuse = (objection: Objection<Code>, payload?: unknown): Refused => {
    const row = table[objection.code];
    const { code, reason, source = row.source } = objection;
    return { verdict: 'refused', code, reason, source, payload, answer: answer(row, objection) };
  };
  return Object.assign(refuse, { codes: Object.keys(table) as Code[] });
}
