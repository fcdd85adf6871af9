import type { Problem } from '../../core/index';

/** A problem on its way to Catch nodes, which pass `code` on. */
export class ProblemError extends Error {
  readonly code: string;

  constructor(readonly problem: Problem) {
    super([problem.message, problem.hint].filter(Boolean).join(' '));
    this.code = problem.code;
  }
}

export const asError = (thrown: unknown): Error =>
  thrown instanceof Error ? thrown : new Error(String(thrown));
