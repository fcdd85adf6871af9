import type { ErrorRequestHandler } from 'express';
import type { z } from 'zod';

/** An error of the control API: a status, a code for programs and a sentence for people. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** The value, checked; what does not fit becomes a 400 that names the place. */
export function parse<T extends z.ZodType>(schema: T, value: unknown): z.output<T> {
  const result = schema.safeParse(value ?? {});
  if (result.success) return result.data;
  throw new Problem(400, 'invalid_input', sentences(result.error.issues));
}

export function sentences(issues: z.core.$ZodIssue[]): string {
  return issues
    .map(({ path, message }) => `${path.join('.') || 'The body'}: ${message.replace(/\.$/, '')}.`)
    .join(' ');
}

export const answerProblem: ErrorRequestHandler = (error, _req, res, next) => {
  if (res.headersSent) {
    next(error);
    return;
  }
  const { status, code, message } = problemOf(error);
  res.status(status).json({ code, message });
};

function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const { type, status } = error as { type?: string; status?: number };
  if (type === 'entity.parse.failed') {
    return new Problem(400, 'invalid_json', 'The body is not a JSON object or array.');
  }
  if (type === 'entity.too.large') {
    return new Problem(413, 'too_large', 'The body is larger than 1 MiB.');
  }
  const message = error instanceof Error ? error.message : String(error);
  return new Problem(status ?? 500, status ? 'bad_request' : 'internal_error', message);
}
